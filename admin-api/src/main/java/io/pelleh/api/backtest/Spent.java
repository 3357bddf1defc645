package io.pelleh.api.backtest;

import io.pelleh.engine.limit.Counter;
import java.time.Instant;
import java.util.Map;

/** From when on counters that customers share are used up. */
record Spent(Map<Counter, Instant> since) {

    static final Spent NOTHING = new Spent(Map.of());

    Spent {
        since = Map.copyOf(since);
    }

    boolean over(Counter counter, Instant now) {
        Instant end = since.get(counter);
        return end != null && !now.isBefore(end);
    }
}
