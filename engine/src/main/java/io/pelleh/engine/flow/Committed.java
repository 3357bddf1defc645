package io.pelleh.engine.flow;

import java.util.Set;

/** How a commit ended. */
public sealed interface Committed {

    /** It is in MySQL. */
    record Done() implements Committed {}

    /** Somebody else wrote the customer, the order or the checkout first: load again and decide again. */
    record Clash() implements Committed {}

    /** This event id is already there, with this answer. */
    record Repeat(StoredAnswer answer) implements Committed {}

    /** Counters refused these promotions: decide again without them. */
    record Exhausted(Set<String> promotions) implements Committed {
        public Exhausted {
            promotions = Set.copyOf(promotions);
        }
    }
}
