package io.pelleh.api.journal.mysql;

import io.pelleh.engine.flow.Committed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One transaction for a batch of commits. */
final class Transaction {

    /** A rehearsed batch has a number that no real one comes to meanwhile. */
    private static final long AWAY = 1L << 40;

    private final Connection connection;
    private final NodeLease lease;

    /** What a transaction would make of each commit once it is durable; {@code batch} 0 when nothing was written. */
    record Attempt(long batch, Map<Pending, Committed> outcomes) {}

    /** Makes an attempt known before it becomes durable. */
    @FunctionalInterface
    interface Witness {
        void about(Attempt attempt);
    }

    Transaction(Connection connection, NodeLease lease) {
        this.connection = connection;
        this.lease = lease;
    }

    /** Runs to the end, or throws with everything undone unless the connection broke. */
    Attempt run(List<Pending> batch, boolean careful, Witness witness) throws SQLException {
        boolean done = false;
        try {
            Admission admission = new Admission(connection, batch);
            admission.decide(careful);
            Map<Pending, Committed> outcomes = new HashMap<>(admission.refused());
            admission.admitted().forEach(pending -> outcomes.put(pending, new Committed.Done()));
            if (admission.admitted().isEmpty()) {
                connection.commit();
                done = true;
                return new Attempt(0, outcomes);
            }
            Attempt attempt = new Attempt(lease.lastBatch() + 1, outcomes);
            write(attempt.batch(), admission.admitted());
            witness.about(attempt);
            connection.commit();
            done = true;
            return attempt;
        } finally {
            if (!done) {
                undo();
            }
        }
    }

    /** Goes the way of a batch, without its counters, and takes everything back. */
    void rehearse(List<Pending> batch) throws SQLException {
        batch.forEach(pending -> pending.draws().clear());
        try {
            Admission admission = new Admission(connection, batch);
            admission.decide(false);
            insert(lease.lastBatch() + AWAY, admission.admitted());
        } finally {
            undo();
        }
    }

    private void undo() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The first failure says more; a broken connection rolls back by itself.
            return;
        }
    }

    private void write(long batch, List<Pending> commits) throws SQLException {
        insert(batch, commits);
        lease.advance(connection, batch);
    }

    private void insert(long batch, List<Pending> commits) throws SQLException {
        for (Table table : Table.values()) {
            new TableWriter(connection, table, new TableWriter.Sign(lease.id(), batch)).all(commits);
        }
    }
}
