package io.pelleh.api.journal.mysql;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node does beside its commits, again and again, on a thread of its own. */
final class Upkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final long OFTEN_MILLIS = 1_000;
    private static final int BEATS_PER_LEASE = 5;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pelleh-upkeep").daemon().factory());
    private final long oftenMillis;

    Upkeep(Duration lease) {
        this.oftenMillis = Math.clamp(lease.toMillis() / BEATS_PER_LEASE, 1, OFTEN_MILLIS);
    }

    /** Every second, or several times per lease. */
    void often(Runnable work) {
        Future<?> _ = timer.scheduleWithFixedDelay(guarded(work), oftenMillis, oftenMillis, TimeUnit.MILLISECONDS);
    }

    /** Every hour. */
    void rarely(Runnable work) {
        Future<?> _ = timer.scheduleWithFixedDelay(guarded(work), 1, TimeUnit.HOURS.toMinutes(1), TimeUnit.MINUTES);
    }

    /** Work that throws would never be run again. */
    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("Upkeep failed and is tried again: {}", e.getMessage());
                LOG.debug("Upkeep failed", e);
            }
        };
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(OFTEN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
