package io.pelleh.api.job;

import java.io.IOException;
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

/**
 * Runs jobs of one kind on this node, takes over what a dead node left, and waits while MySQL is away.
 *
 * @param <J> a job
 */
public final class Runs<J> implements AutoCloseable {

    /** A run that gave no sign for so long is over. */
    public static final int SILENT_SECONDS = 15;

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final int MAX_TRIES = 30;
    private static final int MAX_PROBLEM = 500;
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long WATCH_NANOS = Duration.ofSeconds(SILENT_SECONDS).toNanos();

    private final Work<J> work;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Runs(Work<J> work) {
        this.work = work;
    }

    /** Begins to look for jobs that nobody runs any more. */
    public void watch() {
        threads.execute(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                takeOver();
                LockSupport.parkNanos(WATCH_NANOS);
            }
        });
    }

    private void takeOver() {
        try {
            work.abandoned().forEach(this::goOn);
        } catch (DataAccessException e) {
            LOG.warn("Abandoned jobs cannot be looked for now; tried again in a while", e);
        }
    }

    private void goOn(J job) {
        if (resume(job)) {
            LOG.info("{} goes on here", work.name(job));
        }
    }

    /** Begins or continues a job in the background; false when somebody is at it, or it is done. */
    public boolean resume(J job) {
        String runner = UUID.randomUUID().toString();
        if (!work.claim(job, runner)) {
            return false;
        }
        threads.execute(() -> run(job, runner));
        return true;
    }

    /** Does a job before it returns, unless somebody is at it. */
    public void finish(J job) {
        String runner = UUID.randomUUID().toString();
        if (work.claim(job, runner)) {
            run(job, runner);
        }
    }

    private void run(J job, String runner) {
        for (int tries = 1; !over(job, runner, tries == MAX_TRIES); tries++) {
            LOG.warn("{} waits for MySQL", work.name(job));
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Whether the run has come to an end, good or bad; false when MySQL is away. */
    private boolean over(J job, String runner, boolean lastTry) {
        try {
            work.run(job, runner);
        } catch (RunOver e) {
            LOG.info("{} stops here: {}", work.name(job), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException e) {
            if (!lastTry) {
                return false;
            }
            fail(job, runner, e);
        } catch (IOException | RuntimeException e) {
            fail(job, runner, e);
        }
        return true;
    }

    private void fail(J job, String runner, Exception e) {
        LOG.error("{} failed; it can be resumed", work.name(job), e);
        String problem = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        try {
            work.failed(job, runner, problem.substring(0, Math.min(MAX_PROBLEM, problem.length())));
        } catch (DataAccessException gone) {
            LOG.warn("That {} failed could not be noted; it will be taken over", work.name(job), gone);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
