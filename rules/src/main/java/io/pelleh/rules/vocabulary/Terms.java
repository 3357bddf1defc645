package io.pelleh.rules.vocabulary;

import io.pelleh.engine.facts.Choices;
import io.pelleh.engine.facts.Vocabulary;
import java.util.List;

/**
 * Everything the rules of one release may say.
 *
 * @param tiers names, lowest first
 * @param segments names that its rules give
 */
public record Terms(Vocabulary vocabulary, List<String> tiers, List<String> segments) {

    public Terms {
        tiers = List.copyOf(tiers);
        segments = List.copyOf(segments);
    }

    /** The values to choose from; empty for any, also where a release names none. */
    public List<String> values(Choices choices) {
        return switch (choices.from()) {
            case ANYTHING -> List.of();
            case LIST -> choices.values();
            case TIERS_OF_THE_RELEASE -> tiers;
            case SEGMENTS_OF_THE_RELEASE -> segments;
        };
    }
}
