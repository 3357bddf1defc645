package io.pelleh.engine.flow;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One commit in flight per customer on this node; the next waits its turn, but not for long. */
final class Turns {

    private static final int STRIPES = 4096;
    private static final long PATIENCE_MILLIS = 2_000;

    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    Turns() {
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new ReentrantLock(true);
        }
    }

    /** @throws StillDeciding when the turn does not come within two seconds */
    <T> T take(String key, Supplier<T> work) {
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), STRIPES)];
        enter(lock, key);
        try {
            return work.get();
        } finally {
            lock.unlock();
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
