package io.pelleh.engine.flow;

import java.util.Map;

/** How a commit ended. */
public sealed interface Committed {

    /** It is in MySQL. */
    record Done() implements Committed {}

    /** Somebody else wrote the customer, the order or the checkout first: load again and decide again. */
    record Clash() implements Committed {}

    /** A code was used up, or is held by now, since it was looked up: look it up again and decide again. */
    record CodeTaken() implements Committed {}

    /** This event id is already there, with this answer. */
    record Repeat(StoredAnswer answer) implements Committed {}

    /**
     * Counters refused these promotions: decide again with no more of them than is left.
     *
     * @param left uses left, by promotion id; 0 or more
     */
    record Exhausted(Map<String, Long> left) implements Committed {
        public Exhausted {
            left = Map.copyOf(left);
        }
    }
}
