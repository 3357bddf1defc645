package io.pelleh.rules.vocabulary;

import io.pelleh.engine.customer.Rung;
import io.pelleh.engine.facts.Bilingual;
import io.pelleh.engine.facts.Choices;
import java.util.Arrays;

/** One value that a verb takes. */
public record Parameter(String name, Type type, Bilingual label) {

    /** What kind of value it is. */
    public enum Type {
        /** 1 to 5. */
        SCORE,
        /** One of the rungs, without quotes. */
        RUNG,
        /** A tier of the release. */
        TIER,
        /** Any text. */
        TEXT,
        /** Above 0 and up to 100, with at most two decimals. */
        PERCENT,
        /** Minor units above 0. */
        MONEY,
        /** Points above 0. */
        POINTS,
        /** Pieces above 0. */
        COUNT,
        /** 1 to 3660. */
        DAYS,
        /** The last day, {@code 2030-03-20}. */
        DATE;

        /** Whether its values stand in quotes in DRL. */
        public boolean quoted() {
            return this == TIER || this == TEXT || this == DATE;
        }
    }

    /** The values it may have. */
    public Choices choices() {
        return switch (type) {
            case RUNG -> Choices.of(Arrays.stream(Rung.values()).map(Rung::name).toList());
            case TIER -> Choices.TIERS;
            case SCORE, TEXT, PERCENT, MONEY, POINTS, COUNT, DAYS, DATE -> Choices.ANY;
        };
    }
}
