package io.pelleh.engine.decision;

import java.util.Map;
import java.util.TreeMap;

/**
 * What shoppers are told about a promotion, by language.
 *
 * @param byLocale by language tag, {@code fa}, {@code en-GB}
 */
public record Texts(Map<String, Text> byLocale) {

    /** Nothing. */
    public static final Texts NONE = new Texts(Map.of());

    /**
     * In one language, each empty for nothing; its {@link Blanks} are filled in.
     *
     * @param offered before there is a basket
     * @param granted where it is given
     * @param near where a threshold is not reached yet
     */
    public record Text(String offered, String granted, String near) {}

    public Texts {
        byLocale = Map.copyOf(byLocale);
    }

    /** These, and those of one more language. */
    public Texts and(String locale, Text text) {
        Map<String, Text> all = new TreeMap<>(byLocale);
        all.put(locale, text);
        return new Texts(all);
    }
}
