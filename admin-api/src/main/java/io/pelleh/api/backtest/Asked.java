package io.pelleh.api.backtest;

import io.pelleh.engine.limit.Draw;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** The earliest that was asked of a counter, up to what it can no longer give. For one thread. */
final class Asked {

    /** Beyond this a limit is taken as none: so much would have to be kept. */
    private static final int MOST = 2_000_000;

    private final long limit;
    private final PriorityQueue<Ask> earliest =
            new PriorityQueue<>(Comparator.comparing(Ask::at).reversed());
    private long sum;
    private boolean endless;

    Asked(long limit) {
        this.limit = limit;
    }

    private record Ask(Instant at, long amount) {}

    long limit() {
        return limit;
    }

    void add(Draw draw, Instant at) {
        add(new Ask(at, draw.amount()));
    }

    private void add(Ask ask) {
        earliest.add(ask);
        sum = Math.addExact(sum, ask.amount());
        while (sum - earliest.element().amount() > limit) {
            sum -= earliest.remove().amount();
        }
        endless |= earliest.size() > MOST;
        if (endless) {
            earliest.clear();
            sum = 0;
        }
    }

    void add(Asked more) {
        endless |= more.endless;
        more.earliest.forEach(this::add);
    }

    /**
     * When the first came that the limit does not allow.
     *
     * @param before used before the period
     */
    Optional<Instant> over(long before) {
        long used = before;
        for (Ask ask : earliest.stream().sorted(Comparator.comparing(Ask::at)).toList()) {
            if (ask.amount() > limit - used) {
                return Optional.of(ask.at());
            }
            used += ask.amount();
        }
        return Optional.empty();
    }
}
