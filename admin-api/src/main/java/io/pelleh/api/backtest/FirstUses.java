package io.pelleh.api.backtest;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.PriorityQueue;

/** The earliest uses of a promotion that is limited in all, one more than its limit allows. For one thread. */
final class FirstUses {

    /** Beyond this a limit is taken as none: so many uses would have to be kept. */
    private static final int MOST = 2_000_000;

    private final long limit;
    private final PriorityQueue<Instant> earliest = new PriorityQueue<>(Collections.reverseOrder());

    FirstUses(long limit) {
        this.limit = limit;
    }

    long limit() {
        return limit;
    }

    void add(Instant at) {
        earliest.add(at);
        if (earliest.size() > Math.min(limit, MOST) + 1) {
            earliest.poll();
        }
    }

    void add(FirstUses more) {
        more.earliest.forEach(this::add);
    }

    /**
     * When the first use came that the limit would have refused.
     *
     * @param before uses from before the period
     */
    Optional<Instant> over(long before) {
        long free = Math.max(0, limit - before);
        return earliest.size() <= free || free > MOST
                ? Optional.empty()
                : earliest.stream().sorted().skip(free).findFirst();
    }
}
