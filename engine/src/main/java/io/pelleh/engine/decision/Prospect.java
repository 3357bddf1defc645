package io.pelleh.engine.decision;

import java.time.Instant;
import java.util.List;

/**
 * A promotion of which everything holds that is asked of the customer: what a basket may still bring.
 *
 * @param needs what is asked of the basket, all of it
 * @param gives what it brings, as rules say it, {@code percentOff(10)}
 * @param until before when; {@link Instant#MAX} for no end
 */
public record Prospect(Rule rule, List<Condition> needs, List<String> gives, Instant until) {

    public Prospect {
        needs = List.copyOf(needs);
        gives = List.copyOf(gives);
    }

    /** The same, over before another instant where that comes first. */
    Prospect before(Instant end) {
        return end.isBefore(until) ? new Prospect(rule, needs, gives, end) : this;
    }
}
