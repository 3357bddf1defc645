package io.pelleh.engine.facts;

import java.util.List;

/**
 * Which values an attribute or a parameter may have.
 *
 * @param from where they are listed
 * @param values the list itself, where it is fixed
 */
public record Choices(From from, List<String> values) {

    /** Whatever fits the type. */
    public static final Choices ANY = new Choices(From.ANYTHING, List.of());

    public static final Choices TIERS = new Choices(From.TIERS_OF_THE_RELEASE, List.of());
    public static final Choices SEGMENTS = new Choices(From.SEGMENTS_OF_THE_RELEASE, List.of());

    public Choices {
        values = List.copyOf(values);
    }

    /** One of these. */
    public static Choices of(List<String> values) {
        return values.isEmpty() ? ANY : new Choices(From.LIST, values);
    }

    /** Where values are listed. */
    public enum From {
        ANYTHING,
        LIST,
        TIERS_OF_THE_RELEASE,
        SEGMENTS_OF_THE_RELEASE
    }
}
