package io.pelleh.engine.flow;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** One commit in flight per customer on this node; the next waits its turn, but not for long. */
final class Turns {

    private static final int STRIPES = 4096;
    private static final long PATIENCE_MILLIS = 2_000;

    private final Stripe[] stripes = new Stripe[STRIPES];
    private final AtomicLong ended = new AtomicLong();

    Turns() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe();
        }
    }

    private static final class Stripe {

        private final ReentrantLock lock = new ReentrantLock(true);
        private long lastEnd;
    }

    /** Turns that have ended so far: to tell later whether one has ended since. */
    long ended() {
        return ended.get();
    }

    /** @throws StillDeciding when the turn does not come within two seconds */
    <T> T take(String key, Supplier<T> work) {
        return take(key, 0, stale -> work.get());
    }

    /**
     * Takes a turn that was prepared before it came.
     *
     * @param since when the preparation began, by {@link #ended}
     * @param work is told whether another turn of this key has ended since
     * @throws StillDeciding when the turn does not come within two seconds
     */
    <T> T take(String key, long since, Function<Boolean, T> work) {
        Stripe stripe = stripes[Math.floorMod(key.hashCode(), STRIPES)];
        enter(stripe.lock, key);
        try {
            return work.apply(stripe.lastEnd > since);
        } finally {
            stripe.lastEnd = ended.incrementAndGet();
            stripe.lock.unlock();
        }
    }

    private static void enter(ReentrantLock lock, String key) {
        try {
            if (!lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new StillDeciding("another event of " + key + " is being decided; repeat this one");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StillDeciding("interrupted while waiting for the turn of " + key);
        }
    }
}
