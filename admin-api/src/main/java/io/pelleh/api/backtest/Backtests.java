package io.pelleh.api.backtest;

import io.pelleh.api.backtest.Job.Pace;
import io.pelleh.api.backtest.Job.State;
import io.pelleh.api.backtest.Rerun.Result;
import io.pelleh.api.imports.LeftOut;
import io.pelleh.api.imports.PastFiles;
import io.pelleh.api.imports.PastFiles.Kept;
import io.pelleh.api.job.RunOver;
import io.pelleh.api.job.Runs;
import io.pelleh.api.job.Work;
import io.pelleh.api.journal.Histories;
import io.pelleh.api.simulate.RuleSource;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.engine.program.Programs;
import io.pelleh.rules.Likeness;
import io.pelleh.rules.RuleCompiler;
import io.pelleh.rules.reading.RulesRejected;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs backtests on this node, one of a program at a time. What a dead node was at begins again elsewhere after
 * {@value Runs#SILENT_SECONDS} seconds, and fails for good the third time.
 */
public final class Backtests implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Backtests.class);
    private static final int MAX_TRIES = 3;
    private static final int MAX_PROBLEM = 500;
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final JobRows rows;
    private final Ports ports;
    private final Runs<ProgramId> runs = new Runs<>(new Turns());

    /** What backtests need from outside. */
    public record Ports(Programs programs, RuleSource rules, Histories histories, PastFiles files) {}

    public Backtests(JdbcClient jdbc, Ports ports) {
        this.rows = new JobRows(jdbc);
        this.ports = ports;
    }

    JobRows rows() {
        return rows;
    }

    Ports ports() {
        return ports;
    }

    /** Begins to look for backtests that wait, here or on nodes that are gone. */
    public void watch() {
        runs.watch();
    }

    /** Runs what waits in a program, unless somebody is at it. */
    void goOn(ProgramId program) {
        runs.resume(program);
    }

    /** Whoever has a program's turn runs what waits there, one after the other. */
    private final class Turns implements Work<ProgramId> {

        @Override
        public String name(ProgramId program) {
            return "The turn of backtests of " + program;
        }

        @Override
        public List<ProgramId> abandoned() {
            return rows.programs();
        }

        @Override
        public boolean claim(ProgramId program, String runner) {
            return rows.take(program, runner);
        }

        @Override
        public void run(ProgramId program, String runner) throws InterruptedException {
            try {
                Optional<Job> job = rows.next(program);
                while (job.isPresent() && rows.stillMine(program, runner)) {
                    Backtests.this.run(job.get(), runner);
                    job = rows.next(program);
                }
            } catch (InterruptedException e) {
                rows.giveBack(program, runner);
                throw e;
            }
            rows.giveBack(program, runner);
            if (rows.next(program).isPresent()) {
                // Whoever asked in the last moment found the turn taken.
                goOn(program);
            }
        }

        @Override
        public void failed(ProgramId program, String runner, String problem) {
            rows.giveBack(program, runner);
        }
    }

    /** @throws RunOver when another node has the turn by now */
    private void run(Job job, String runner) throws InterruptedException {
        if (job.pace().tries() >= MAX_TRIES) {
            end(job, State.FAILED, "it was begun " + MAX_TRIES + " times and never came to an end", null);
            return;
        }
        try {
            Program program = ports.programs().get(job.program());
            Kept files = job.request().files();
            if (rows.begin(job, files == null ? ports.histories().customers(program.id()) : 0)) {
                Rerun.Task task = task(program, job);
                Sources sources = new Sources(ports, task);
                LeftOut leftOut = files == null ? null : sources.stage(job, files, new Beat(job, runner));
                Result result = new Rerun(task, sources.of(job), THREADS).run(new Beat(job, runner));
                end(job, State.DONE, null, new ResultJson(job.request(), leftOut).of(result));
            }
        } catch (Cancelled e) {
            ports.files().drop(job.id());
            LOG.info("Backtest {} of {} was cancelled", job.id(), job.program());
        } catch (RulesRejected e) {
            end(job, State.FAILED, shortened("the rules cannot be compiled: " + e.getMessage()), null);
        } catch (Sources.Unreadable | PastFiles.TooManyRows e) {
            end(job, State.FAILED, shortened(String.valueOf(e.getMessage())), null);
        } catch (DataAccessException | RunOver e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Backtest {} of {} failed", job.id(), job.program(), e);
            String why = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
            end(job, State.FAILED, shortened(why), null);
        }
    }

    /** Its files are of no use any more. */
    private void end(Job job, State state, @Nullable String problem, @Nullable String result) {
        rows.end(job, state, problem, result);
        ports.files().drop(job.id());
    }

    private Rerun.Task task(Program program, Job job) {
        JobRows.Rules files = rows.rules(job);
        Request asked = job.request();
        Long release = asked.before().release();
        RuleSet before = (release == null
                        ? Optional.<RuleSet>empty()
                        : ports.rules().running(program.id(), release))
                .orElseGet(() -> RuleCompiler.compile(release == null ? 0 : release, program.zone(), files.before()));
        Likeness likeness = Likeness.of(program.zone(), files.before(), files.after());
        return new Rerun.Task(
                program,
                before,
                RuleCompiler.variant(before, likeness.stages(), program.zone(), files.after()),
                likeness,
                asked.period(),
                asked.assumptions(),
                asked.files() == null
                        ? ports.histories().used(program, asked.period().from())
                        : Map.of());
    }

    private static String shortened(String problem) {
        return problem.substring(0, Math.min(MAX_PROBLEM, problem.length()));
    }

    /** Says how far it is, and ends a run that is no longer wanted. */
    private final class Beat implements Rerun.Watch, Sources.Watch {

        private static final double NANOS = 1e9;

        private final Job job;
        private final String runner;
        private final long begun = System.nanoTime();
        private long doneBefore;
        private long last;

        Beat(Job job, String runner) {
            this.job = job;
            this.runner = runner;
        }

        @Override
        public void read(long count, long customers) {
            if (!rows.stillMine(job.program(), runner)) {
                throw new RunOver();
            }
            if (!rows.read(job, count, customers)) {
                throw new Cancelled();
            }
        }

        @Override
        public void beat(long done, int pass) {
            doneBefore += done < last ? last : 0;
            last = done;
            if (!rows.stillMine(job.program(), runner)) {
                throw new RunOver();
            }
            double rate = (doneBefore + done) * NANOS / Math.max(1, System.nanoTime() - begun);
            if (!rows.advance(job, new Pace(0, done, pass, rate, 0, 0))) {
                throw new Cancelled();
            }
        }
    }

    /** Somebody cancelled the backtest that runs. */
    private static final class Cancelled extends RuntimeException {

        Cancelled() {
            super("cancelled", null, false, false);
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
