package io.pelleh.rules.reading;

import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.decision.Need;
import io.pelleh.engine.facts.Attribute.Unit;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads and writes what a basket must hold, in words: {@code 3 pieces of TEA-1, TEA-2; 500000 worth of category:tea}, in
 * Persian {@code ۳ عدد از TEA-1، TEA-2؛ ۵۰۰۰۰۰ خرید از دسته:چای}. Names are taken as they are written.
 */
final class NeedText {

    /** Needs of one promotion. */
    static final int MOST = 8;

    /** Names of one need. */
    static final int MOST_NAMES = 50;

    private static final int DIGITS = 15;
    private static final String HINT =
            "write for example 3 pieces of TEA-1, TEA-2; 500000 worth of category:tea, category:coffee";
    private static final String PERSIAN_CATEGORY = "دسته:";
    private static final Pattern NEED = Pattern.compile(
            "(?<number>[0-9۰-۹٠-٩][0-9۰-۹٠-٩,٬]*)\\s+"
                    + "(?:(?<pieces>pieces?\\s+of|عدد\\s+از)|worth\\s+of|(?:ریال\\s+)?خرید\\s+از)\\s+(?<names>.+)",
            Pattern.CASE_INSENSITIVE);

    private NeedText() {}

    /** @throws Wrong for words that mean no need */
    static List<Need> read(String text) {
        List<Need> needs = Stream.of(text.split("[;؛]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(NeedText::one)
                .toList();
        if (needs.size() > MOST) {
            throw new Wrong("it needs more than " + MOST + " things", "use fewer");
        }
        return needs;
    }

    private static Need one(String part) {
        Matcher words = NEED.matcher(part);
        if (!words.matches()) {
            throw new Wrong("\"" + part + "\" is nothing that can be needed", HINT);
        }
        String digits = Script.number(words.group("number")).replace(",", "");
        if (digits.length() > DIGITS || Long.parseLong(digits) == 0) {
            throw new Wrong("\"" + part + "\" needs nothing, or too much", "a need is 1 or more, of 15 digits at most");
        }
        Unit unit = words.group("pieces") == null ? Unit.MONEY : Unit.COUNT;
        return new Need(unit, Long.parseLong(digits), names(part, words.group("names")));
    }

    private static List<String> names(String part, String written) {
        List<String> names = new ArrayList<>();
        for (String each : written.split("[,،]", -1)) {
            String name = name(each.strip());
            if (name.isEmpty() || name.equals(Line.CATEGORY)) {
                throw new Wrong("\"" + part + "\" leaves a name empty", HINT);
            }
            if (names.contains(name)) {
                throw new Wrong("\"" + part + "\" names " + name + " twice", "its pieces are counted once");
            }
            names.add(name);
        }
        if (names.size() > MOST_NAMES) {
            throw new Wrong("\"" + part + "\" has more than " + MOST_NAMES + " names", "name a category instead");
        }
        return names;
    }

    private static String name(String written) {
        for (String prefix : List.of(Line.CATEGORY, PERSIAN_CATEGORY)) {
            if (written.startsWith(prefix)) {
                return Line.CATEGORY + written.substring(prefix.length()).strip();
            }
        }
        return written;
    }

    /** In words; empty for none. */
    static String write(List<Need> needs) {
        return needs.stream().map(NeedText::write).collect(Collectors.joining("; "));
    }

    private static String write(Need need) {
        String word = need.unit() == Unit.COUNT ? " pieces of " : " worth of ";
        return need.least() + word + String.join(", ", need.of());
    }
}
