package io.pelleh.engine.decision;

import java.util.List;

/**
 * A promotion whose conditions held and that was not granted.
 *
 * @param detail one sentence for the log and the console
 */
public record Refusal(Rule rule, Code code, String detail, List<Condition.Seen> because) {

    /** Why. */
    public enum Code {
        /** Another promotion of its lane gave more. */
        GAVE_LESS,
        /** It needs a known customer. */
        PROFILE_REQUIRED,
        /** Its uses, in all or for this customer, are spent. */
        LIMIT_REACHED,
        /** There was nothing left to take off. */
        NOTHING_TO_DISCOUNT,
        /** It is only given at a checkout. */
        NOT_AT_CHECKOUT
    }

    public Refusal {
        because = List.copyOf(because);
    }
}
