package io.pelleh.rules.analysis;

import io.pelleh.rules.reading.WrittenRule;
import java.util.List;

/**
 * Something in readable rules that is probably not meant.
 *
 * @param origin file and place of the first rule it concerns
 * @param rules ids of all rules it concerns, first the one to look at
 * @param hint what to do about it
 */
public record Finding(
        Kind kind, Severity severity, WrittenRule.Origin origin, List<String> rules, Said sentence, Said hint) {

    /** The closed set of what is looked for. */
    public enum Kind {
        /** Values that no row answers. */
        GAP,
        /** Values that two rows answer differently. */
        OVERLAP,
        /** Rows before it answer everything it could. */
        SHADOWED,
        /** Another row says the same. */
        DUPLICATE,
        /** Conditions that cannot hold together. */
        CONTRADICTION,
        /** A segment, tier or rung that nobody can reach. */
        UNREACHABLE,
        /** Another promotion of its lane always gives more. */
        NEVER_WINS,
        /** Its last day is over. */
        EXPIRED,
        /** Its first day is to come. */
        NOT_YET_VALID,
        /** Time changes it, and it cannot be read when: it is looked at each midnight. */
        MIDNIGHT
    }

    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING,
        HINT
    }

    public Finding {
        rules = List.copyOf(rules);
    }
}
