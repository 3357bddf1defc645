package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.CommitListener;
import io.pelleh.api.journal.Settings;
import io.pelleh.api.journal.mysql.Transaction.Attempt;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.flow.JournalUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches, whatever happens: a conflict is tried again, rows that are not accepted fail alone, and an unreachable
 * MySQL is waited for. After a broken connection the number of the last batch tells whether the one under way became
 * durable, so that nothing is written twice. For one thread.
 */
final class BatchWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);
    private static final int MAX_CONFLICTS = 5;
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    private final Line line;
    private final NodeLease lease;
    private final Unkept unkept;
    private final Duration patience;
    private final CommitListener listener;

    /** Became durable or not: the connection broke while it was committed. */
    private @Nullable Attempt inDoubt;

    BatchWriter(Line line, NodeLease lease, Unkept unkept, Settings settings) {
        this.line = line;
        this.lease = lease;
        this.unkept = unkept;
        this.patience = settings.patience();
        this.listener = settings.listener();
    }

    /** One batch, until every commit in it has its outcome. */
    private static final class Effort {

        private final List<Pending> batch;
        private final long begun = System.nanoTime();
        private final long deadline;
        private boolean careful;
        private int conflicts;
        private boolean over;

        Effort(List<Pending> batch, long deadline) {
            this.batch = batch;
            this.deadline = deadline;
        }

        boolean late() {
            return System.nanoTime() - deadline > 0;
        }

        boolean alone() {
            return batch.size() == 1;
        }
    }

    void write(List<Pending> batch) {
        write(batch, System.nanoTime() + patience.toNanos());
    }

    private void write(List<Pending> batch, long deadline) {
        Effort effort = new Effort(batch, deadline);
        while (!effort.over) {
            step(effort);
        }
    }

    private void step(Effort effort) {
        Connection connection;
        try {
            connection = line.open();
            if (settled(effort, connection)) {
                return;
            }
        } catch (SQLException e) {
            line.close();
            waitOrFail(effort, e);
            return;
        }
        try {
            Attempt attempt = new Transaction(connection, lease)
                    .run(effort.batch, effort.careful, attempted -> inDoubt = attempted);
            finish(effort, attempt);
        } catch (SQLException e) {
            failed(effort, e, Failure.of(e, connection));
        } catch (LeaseLost e) {
            LOG.warn("{}", e.getMessage());
            inDoubt = null;
            moveOn();
        }
    }

    /** Finds out about a commit under way when the connection broke. */
    private boolean settled(Effort effort, Connection connection) throws SQLException {
        Attempt doubt = inDoubt;
        if (doubt == null) {
            return false;
        }
        try {
            boolean durable = lease.reload(connection) >= doubt.batch();
            connection.rollback();
            inDoubt = null;
            if (durable) {
                finish(effort, doubt);
            }
            return durable;
        } catch (LeaseLost e) {
            inDoubt = null;
            fail(effort, new JournalUnavailable("nobody can tell whether it was written: " + e.getMessage(), e));
            moveOn();
            return true;
        }
    }

    private void moveOn() {
        unkept.reset();
        lease.reclaim();
    }

    private void finish(Effort effort, Attempt attempt) {
        inDoubt = null;
        effort.over = true;
        if (attempt.batch() > 0) {
            lease.advanced(attempt.batch());
            unkept.written(attempt);
        }
        long done = attempt.outcomes().values().stream()
                .filter(Committed.Done.class::isInstance)
                .count();
        if (done > 0) {
            listener.batch((int) done, System.nanoTime() - effort.begun);
        }
        attempt.outcomes().forEach(this::complete);
    }

    private void complete(Pending pending, Committed outcome) {
        switch (outcome) {
            case Committed.Done _ -> {}
            case Committed.Clash _ -> listener.clash();
            case Committed.CodeTaken _ -> listener.codeTaken();
            case Committed.Repeat _ -> listener.repeat();
            case Committed.Exhausted _ -> listener.exhausted();
        }
        pending.result().complete(outcome);
    }

    private void failed(Effort effort, SQLException e, Failure why) {
        listener.retry();
        if (why != Failure.CONNECTION) {
            inDoubt = null;
        }
        switch (why) {
            case CONNECTION -> {
                line.close();
                waitOrFail(effort, e);
            }
            case CONFLICT -> conflict(effort, e);
            case DUPLICATE -> duplicate(effort);
            case ROWS -> apart(effort, e);
        }
    }

    private void conflict(Effort effort, SQLException e) {
        effort.conflicts++;
        if (effort.conflicts > MAX_CONFLICTS) {
            apart(effort, e);
        }
    }

    /** Looks closer; what still is there twice came from another node in this very moment. */
    private void duplicate(Effort effort) {
        if (!effort.careful) {
            effort.careful = true;
        } else if (effort.alone()) {
            effort.over = true;
            complete(effort.batch.getFirst(), new Committed.Clash());
        } else {
            oneByOne(effort);
        }
    }

    private void apart(Effort effort, SQLException e) {
        if (effort.alone()) {
            fail(effort, Failure.refused(e));
        } else {
            LOG.warn("A batch of {} commits failed and is tried commit by commit", effort.batch.size(), e);
            oneByOne(effort);
        }
    }

    private void oneByOne(Effort effort) {
        effort.over = true;
        for (Pending pending : effort.batch) {
            write(List.of(pending), effort.deadline);
        }
    }

    private void waitOrFail(Effort effort, SQLException e) {
        if (effort.late() || Thread.currentThread().isInterrupted()) {
            inDoubt = null;
            fail(effort, new JournalUnavailable("MySQL cannot be reached; send the same event again", e));
        } else {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static void fail(Effort effort, RuntimeException e) {
        effort.over = true;
        effort.batch.forEach(pending -> pending.result().completeExceptionally(e));
    }

    @Override
    public void close() {
        line.close();
    }
}
