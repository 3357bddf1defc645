package io.pelleh.engine.flow;

import io.pelleh.engine.decision.Decision;
import java.util.Set;

/** What stands in for the counters of the live flow where nothing is written. */
@FunctionalInterface
public interface Counting {

    /** Nothing is counted, and nothing is ever used up. */
    Counting NONE = decision -> Set.of();

    /**
     * Counts what a decision takes, unless there is not enough of something.
     *
     * @return the promotions that are refused, in which case nothing was counted and is to be decided again without them
     */
    Set<String> take(Decision decision);
}
