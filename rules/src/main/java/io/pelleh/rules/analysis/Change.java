package io.pelleh.rules.analysis;

/**
 * One thing that is different between two versions, in business words.
 *
 * @param file path of the file in the later version, or in the earlier one when it is gone
 * @param rule id of the rule, or empty
 */
public record Change(Kind kind, String file, String rule, Said sentence) {

    /** What kind of thing changed. */
    public enum Kind {
        ADDED,
        REMOVED,
        CONDITION,
        EFFECT,
        DATES,
        PRIORITY,
        LANE,
        LIMIT,
        TERMS,
        CAMPAIGN,
        ORDER,
        LANE_ORDER,
        TIER_ORDER,
        /** Something else in a file: words, scenarios, or an order that means nothing. */
        TEXT
    }
}
