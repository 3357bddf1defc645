package io.pelleh.engine.decision;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blanks of a text for shoppers: a name in braces, {@code {points}}, or one with words for exactly one and for any
 * other number, {@code {points, plural, =1 {# point} other {# points}}}. That is a part of ICU's message format.
 */
public final class Blanks {

    private static final Pattern BLANK = Pattern.compile(
            "\\{(?<name>[^{}]*?)(?<counted>, plural, =1 \\{(?<one>[^{}]*)} other \\{(?<other>[^{}]*)})?}");

    private Blanks() {}

    /**
     * One blank.
     *
     * @param name of what is filled in
     * @param counted whether there are words for one and for more
     */
    public record Blank(String name, boolean counted) {}

    /** The blanks of a text, in order. */
    public static List<Blank> of(String text) {
        return BLANK.matcher(text).results().map(Blanks::blank).toList();
    }

    private static Blank blank(MatchResult found) {
        return new Blank(Objects.requireNonNull(found.group("name")), found.group("counted") != null);
    }

    /**
     * The text with its blanks filled in; empty where one of them means nothing here.
     *
     * @param values what is filled in, by name
     * @param one how 1 is written in the language; asked only where it matters
     */
    public static String filled(String text, Map<String, String> values, Supplier<String> one) {
        Matcher blanks = BLANK.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (blanks.find()) {
            Blank blank = blank(blanks);
            String value = values.get(blank.name());
            if (value == null) {
                return "";
            }
            String words = blank.counted() ? words(blanks, value.equals(one.get())) : "#";
            blanks.appendReplacement(filled, Matcher.quoteReplacement(words.replace("#", value)));
        }
        return blanks.appendTail(filled).toString();
    }

    private static String words(Matcher blank, boolean one) {
        return Objects.requireNonNull(blank.group(one ? "one" : "other"));
    }
}
