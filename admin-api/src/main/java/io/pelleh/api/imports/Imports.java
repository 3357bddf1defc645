package io.pelleh.api.imports;

import io.pelleh.api.identity.Identities;
import io.pelleh.api.imports.JobRows.Run;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs imports on this node. What a dead node left is taken over after {@value JobRows#SILENT_SECONDS} seconds; nothing
 * is applied twice.
 */
public final class Imports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final int MAX_TRIES = 30;
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long WATCH_NANOS =
            Duration.ofSeconds(JobRows.SILENT_SECONDS).toNanos();
    private static final int MAX_PROBLEM = 500;

    private final Stores stores;
    private final Ports ports;
    private final ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor();

    /** What imports need from outside. */
    public record Ports(Programs programs, Door door, Identities identities) {}

    public Imports(JdbcTemplate jdbc, TransactionOperations transactions, Ports ports) {
        this.stores = Stores.in(jdbc, transactions);
        this.ports = ports;
    }

    /** Begins to look for imports that nobody runs any more. */
    public void watch() {
        runs.execute(this::watchUntilClosed);
    }

    private void watchUntilClosed() {
        while (!Thread.currentThread().isInterrupted()) {
            takeOver();
            LockSupport.parkNanos(WATCH_NANOS);
        }
    }

    Stores stores() {
        return stores;
    }

    Programs programs() {
        return ports.programs();
    }

    /** Begins or continues an import; false when it is running or done. */
    boolean resume(Job job) {
        String runner = UUID.randomUUID().toString();
        if (!stores.jobs().claim(job, runner)) {
            return false;
        }
        runs.execute(() -> run(job, runner));
        return true;
    }

    private void takeOver() {
        try {
            stores.jobs().abandoned().forEach(this::goOn);
        } catch (DataAccessException e) {
            LOG.warn("Abandoned imports cannot be looked for now; tried again in a while", e);
        }
    }

    private void goOn(Job job) {
        if (resume(job)) {
            LOG.info(
                    "Import {} of {} goes on here after {} rows",
                    job.id(),
                    job.program(),
                    job.counts().applied());
        }
    }

    private void run(Job claimed, String runner) {
        Run run = new Run(claimed, runner);
        for (int tries = 1; !over(run, tries == MAX_TRIES); tries++) {
            LOG.warn("Import {} waits for MySQL", claimed.id());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Whether the run has come to an end, good or bad; false when MySQL is away. */
    private boolean over(Run run, boolean lastTry) {
        try {
            steps(run);
        } catch (RunOver e) {
            LOG.info("Import {} stops here: {}", run.job().id(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException e) {
            if (!lastTry) {
                return false;
            }
            fail(run, e);
        } catch (IOException | RuntimeException e) {
            fail(run, e);
        }
        return true;
    }

    /** Always from what is written down: after a broken connection nobody else knows how far it came. */
    private void steps(Run begun) throws IOException, InterruptedException {
        Run run = reloaded(begun);
        Program program = ports.programs().get(run.job().program());
        if (!run.job().staged()) {
            Run staged = run;
            new Stager(
                            stores,
                            run.job(),
                            program,
                            (step, rejects) -> stores.jobs().advance(staged, step))
                    .run();
            run = reloaded(begun);
        }
        Assembly assembly = new Assembly(program, run.job().plan(), ports.identities());
        new Applier(ports.door(), stores, new Applier.Task(run, program, assembly)).run();
        new Originals(stores, run.job()).complete();
        stores.rows().drop(run.job().id());
        stores.uploads().drop(run.job().id());
        stores.jobs().end(run, Job.State.DONE, null);
    }

    private Run reloaded(Run run) {
        Job now = stores.jobs().find(run.job().program(), run.job().id()).orElseThrow(RunOver::new);
        return new Run(now, run.runner());
    }

    private void fail(Run run, Exception e) {
        LOG.error("Import {} failed; it can be resumed", run.job().id(), e);
        String problem = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        try {
            stores.jobs().end(run, Job.State.FAILED, problem.substring(0, Math.min(MAX_PROBLEM, problem.length())));
        } catch (DataAccessException gone) {
            LOG.warn(
                    "That import {} failed could not be noted; it will be taken over",
                    run.job().id(),
                    gone);
        }
    }

    @Override
    public void close() {
        runs.shutdownNow();
    }
}
