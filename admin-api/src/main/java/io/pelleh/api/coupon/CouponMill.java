package io.pelleh.api.coupon;

import io.pelleh.api.coupon.Batches.Run;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Makes codes on this node, in the background. What a dead node left is taken over; no code is made twice. */
public final class CouponMill implements AutoCloseable {

    /** A maker that gave no sign for so long is gone. */
    public static final int SILENT_SECONDS = 15;

    private static final Logger LOG = LoggerFactory.getLogger(CouponMill.class);
    private static final int MAX_TRIES = 30;
    private static final int MAX_PROBLEM = 500;
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long WATCH_NANOS = Duration.ofSeconds(SILENT_SECONDS).toNanos();

    private final Batches batches;
    private final ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor();

    public CouponMill(Batches batches) {
        this.batches = batches;
    }

    /** Begins to look for batches that nobody makes any more. */
    public void watch() {
        runs.execute(this::watchUntilClosed);
    }

    private void watchUntilClosed() {
        while (!Thread.currentThread().isInterrupted()) {
            takeOver();
            LockSupport.parkNanos(WATCH_NANOS);
        }
    }

    private void takeOver() {
        try {
            batches.abandoned().forEach(this::goOn);
        } catch (DataAccessException e) {
            LOG.warn("Abandoned coupon batches cannot be looked for now; tried again in a while", e);
        }
    }

    private void goOn(Batch batch) {
        if (resume(batch)) {
            LOG.info(
                    "Coupon batch {} of {} goes on here after {} codes",
                    batch.name(),
                    batch.program(),
                    batch.progress().done());
        }
    }

    /** Begins or continues a batch; false when somebody is at it, or it is done. */
    boolean resume(Batch batch) {
        String runner = UUID.randomUUID().toString();
        if (!batches.claim(batch, runner)) {
            return false;
        }
        runs.execute(() -> run(batch, runner));
        return true;
    }

    /** Makes all codes of a batch before it returns. */
    void finish(Batch batch) {
        String runner = UUID.randomUUID().toString();
        if (batches.claim(batch, runner)) {
            run(batch, runner);
        }
    }

    private void run(Batch batch, String runner) {
        for (int tries = 1; !over(batch, runner, tries == MAX_TRIES); tries++) {
            LOG.warn("Coupon batch {} waits for MySQL", batch.name());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Whether it has come to an end, good or bad; false when MySQL is away. */
    private boolean over(Batch begun, String runner, boolean lastTry) {
        Run run = new Run(begun, runner);
        try {
            make(begun, runner);
        } catch (RunOver e) {
            LOG.info("Coupon batch {} stops here: {}", begun.name(), e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            if (!lastTry) {
                return false;
            }
            fail(run, e);
        } catch (RuntimeException e) {
            fail(run, e);
        }
        return true;
    }

    /** Always from what is written down: after a broken connection nobody else knows how far it came. */
    private void make(Batch begun, String runner) {
        Batch now = batches.find(begun.program(), begun.name()).orElseThrow(RunOver::new);
        Run run = new Run(now, runner);
        new Making(batches, run).run();
        if (!Thread.currentThread().isInterrupted()) {
            batches.end(run, Batch.State.DONE, null);
        }
    }

    private void fail(Run run, RuntimeException e) {
        LOG.error("Coupon batch {} failed; it can be resumed", run.batch().name(), e);
        String problem = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        try {
            batches.end(run, Batch.State.FAILED, problem.substring(0, Math.min(MAX_PROBLEM, problem.length())));
        } catch (DataAccessException gone) {
            LOG.warn(
                    "That coupon batch {} failed could not be noted; it will be taken over",
                    run.batch().name(),
                    gone);
        }
    }

    @Override
    public void close() {
        runs.shutdownNow();
    }
}
