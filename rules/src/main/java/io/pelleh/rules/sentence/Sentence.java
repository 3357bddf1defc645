package io.pelleh.rules.sentence;

import io.pelleh.rules.text.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with gaps: {@code the total of the basket is at least {value}[ rial]}. What stands in square brackets may be
 * left out; half-spaces, small hamzas and capitals do not matter.
 */
public final class Sentence {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
    private static final String LEAD = "(?:-\\s*)?(?:(?:and|و)\\s+)?";

    private final String template;
    private final List<Slot> slots;
    private final boolean list;
    private final Pattern pattern;

    /** @param list whether the only gap takes several values */
    Sentence(String template, List<Slot> slots, boolean list) {
        this.template = template;
        this.slots = List.copyOf(slots);
        this.list = list;
        this.pattern = Pattern.compile(LEAD + regex() + "\\s*[.,;]?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** As a marketer would write it, gaps in braces. */
    public String template() {
        return template;
    }

    private String regex() {
        StringBuilder regex = new StringBuilder();
        Matcher gaps = GAP.matcher(template);
        int at = 0;
        int slot = 0;
        while (gaps.find()) {
            regex.append(words(template.substring(at, gaps.start())));
            Slot next = slots.get(slot++);
            regex.append(list ? next.several() : next.one());
            at = gaps.end();
        }
        return regex.append(words(template.substring(at))).toString();
    }

    private static String words(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(
                    switch (c) {
                        case '\u200c' -> "\\s*";
                        case '\u0654' -> "\u0654?";
                        case ' ' -> "\\s+";
                        case '[' -> "(?:";
                        case ']' -> ")?";
                        default -> Pattern.quote(Script.normal(String.valueOf(c)));
                    });
        }
        return regex.toString();
    }

    /** The values in the gaps of a line whose script was made one, if it says this sentence. */
    Optional<List<String>> read(String line) {
        Matcher said = pattern.matcher(line);
        if (!said.matches()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            String written = said.group(i + 1);
            if (list) {
                values.addAll(slots.get(i).values(written));
            } else {
                values.add(slots.get(i).value(written));
            }
        }
        return Optional.of(values);
    }

    /** The sentence with values in its gaps, each as it is to be written; optional words are said. */
    public String say(List<String> values) {
        Matcher gaps = GAP.matcher(template);
        StringBuilder said = new StringBuilder();
        int next = 0;
        while (gaps.find()) {
            String value = list ? String.join(", ", values) : values.get(next++);
            gaps.appendReplacement(said, Matcher.quoteReplacement(value));
        }
        return gaps.appendTail(said).toString().replace("[", "").replace("]", "");
    }

    /** The names in its gaps, in order. */
    List<String> gaps() {
        return GAP.matcher(template).results().map(gap -> gap.group(1)).toList();
    }
}
