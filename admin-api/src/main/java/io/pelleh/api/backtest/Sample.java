package io.pelleh.api.backtest;

import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer who would have been treated differently, and where it shows first.
 *
 * @param event null where time alone brought it
 * @param before decisions under the first rules
 * @param after decisions under the second rules
 */
record Sample(String customer, @Nullable Event event, List<Decision> before, List<Decision> after) {

    Sample {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
