package io.pelleh.api.journal.mysql;

import io.pelleh.engine.flow.Committed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One transaction for a batch of commits. */
final class Transaction {

    private static final int ROWS_AT_ONCE = 500;

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

    private void undo() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The first failure says more; a broken connection rolls back by itself.
            return;
        }
    }

    private void write(long batch, List<Pending> commits) throws SQLException {
        for (Table table : Table.values()) {
            try (Insert insert = new Insert(table, batch)) {
                insert.all(commits);
            }
        }
        lease.advance(connection, batch);
    }

    /** The rows of one table. */
    private final class Insert implements AutoCloseable {

        private final Table table;
        private final long batch;
        private @Nullable PreparedStatement statement;
        private int rows;

        Insert(Table table, long batch) {
            this.table = table;
            this.batch = batch;
        }

        void all(List<Pending> commits) throws SQLException {
            int place = 0;
            for (Pending commit : commits) {
                List<List<@Nullable Object>> own = commit.rows().of(table);
                for (List<@Nullable Object> row : own) {
                    add(row, place);
                }
                place += table == Table.OUTBOX
                        ? own.size()
                        : commit.commit().steps().size();
            }
            PreparedStatement open = statement;
            if (open != null && rows % ROWS_AT_ONCE != 0) {
                open.executeBatch();
            }
        }

        private void add(List<@Nullable Object> row, int place) throws SQLException {
            PreparedStatement open = statement;
            if (open == null) {
                open = connection.prepareStatement(table.sql());
                statement = open;
            }
            bind(open, row, place);
            open.addBatch();
            rows++;
            if (rows % ROWS_AT_ONCE == 0) {
                open.executeBatch();
            }
        }

        private void bind(PreparedStatement open, List<@Nullable Object> row, int place) throws SQLException {
            int at = 1;
            int from = 0;
            if (table.placed()) {
                open.setInt(at++, lease.id());
                open.setLong(at++, batch);
                open.setInt(at++, place + (Integer) Objects.requireNonNull(row.getFirst()));
                from = 1;
            }
            for (int i = from; i < row.size(); i++) {
                open.setObject(at++, row.get(i));
            }
        }

        @Override
        public void close() throws SQLException {
            if (statement != null) {
                statement.close();
            }
        }
    }
}
