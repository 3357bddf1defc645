package io.pelleh.api.imports;

import io.pelleh.api.identity.Identities;
import io.pelleh.api.imports.JobRows.Run;
import io.pelleh.api.job.RunOver;
import io.pelleh.api.job.Runs;
import io.pelleh.api.job.Work;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
import java.io.IOException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Runs imports on this node. What a dead node left is taken over; nothing is applied twice. */
public final class Imports implements AutoCloseable {

    private final Stores stores;
    private final Ports ports;
    private final Runs<Job> runs = new Runs<>(new Importing());

    /** What imports need from outside. */
    public record Ports(Programs programs, Door door, Identities identities) {}

    public Imports(JdbcTemplate jdbc, TransactionOperations transactions, Ports ports) {
        this.stores = Stores.in(jdbc, transactions);
        this.ports = ports;
    }

    /** Begins to look for imports that nobody runs any more. */
    public void watch() {
        runs.watch();
    }

    Stores stores() {
        return stores;
    }

    Programs programs() {
        return ports.programs();
    }

    /** Begins or continues an import; false when it is running or done. */
    boolean resume(Job job) {
        return runs.resume(job);
    }

    private final class Importing implements Work<Job> {

        @Override
        public String name(Job job) {
            return "Import " + job.id() + " of " + job.program();
        }

        @Override
        public List<Job> abandoned() {
            return stores.jobs().abandoned();
        }

        @Override
        public boolean claim(Job job, String runner) {
            return stores.jobs().claim(job, runner);
        }

        @Override
        public void run(Job begun, String runner) throws IOException, InterruptedException {
            Run run = reloaded(begun, runner);
            Program program = ports.programs().get(run.job().program());
            if (!run.job().staged()) {
                Run staged = run;
                new Stager(
                                stores,
                                run.job(),
                                program,
                                (step, rejects) -> stores.jobs().advance(staged, step))
                        .run();
                run = reloaded(begun, runner);
            }
            Assembly assembly = new Assembly(program, run.job().plan(), ports.identities());
            new Applier(ports.door(), stores, new Applier.Task(run, program, assembly)).run();
            new Originals(stores, run.job()).complete();
            stores.rows().drop(run.job().id());
            stores.uploads().drop(run.job().id());
            stores.jobs().end(run, Job.State.DONE, null);
        }

        private Run reloaded(Job job, String runner) {
            Job now = stores.jobs().find(job.program(), job.id()).orElseThrow(RunOver::new);
            return new Run(now, runner);
        }

        @Override
        public void failed(Job job, String runner, String problem) {
            stores.jobs().end(new Run(job, runner), Job.State.FAILED, problem);
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
