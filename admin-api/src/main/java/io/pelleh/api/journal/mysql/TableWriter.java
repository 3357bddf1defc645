package io.pelleh.api.journal.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one table. Inserts carry many rows each and are put together here: Connector/J does the same with
 * batches, but writes every value twice, the first time to see how long it is.
 */
final class TableWriter {

    private static final int ROWS_AT_ONCE = 500;

    /** A statement must fit into a packet of the server, which are 16 MiB and more. */
    private static final long CHARACTERS_AT_ONCE = 2 << 20;

    private final Connection connection;
    private final Table table;
    private final Sign sign;
    private final List<Row> rows = new ArrayList<>();
    private long characters;

    /** Whose batch. */
    record Sign(int node, long batch) {}

    private record Row(int place, List<@Nullable Object> values) {}

    TableWriter(Connection connection, Table table, Sign sign) {
        this.connection = connection;
        this.table = table;
        this.sign = sign;
    }

    void all(List<Pending> commits) throws SQLException {
        int place = 0;
        for (Pending commit : commits) {
            List<List<@Nullable Object>> own = commit.rows().of(table);
            for (List<@Nullable Object> row : own) {
                add(new Row(place, row));
            }
            place +=
                    table == Table.OUTBOX ? own.size() : commit.commit().steps().size();
        }
        write();
    }

    private void add(Row row) throws SQLException {
        rows.add(row);
        for (Object value : row.values()) {
            characters += value instanceof String text ? text.length() : 0;
        }
        if (rows.size() == ROWS_AT_ONCE || characters > CHARACTERS_AT_ONCE) {
            write();
        }
    }

    private void write() throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        if (table.together()) {
            together();
        } else {
            oneByOne();
        }
        rows.clear();
        characters = 0;
    }

    private void together() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.sql(rows.size()))) {
            int at = 1;
            for (Row row : rows) {
                at = bind(statement, row, at);
            }
            statement.executeUpdate();
        }
    }

    private void oneByOne() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.sql(1))) {
            for (Row row : rows) {
                bind(statement, row, 1);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Where the next row begins. */
    private int bind(PreparedStatement statement, Row row, int first) throws SQLException {
        int at = first;
        int from = 0;
        if (table.placed()) {
            statement.setInt(at++, sign.node());
            statement.setLong(at++, sign.batch());
            statement.setInt(
                    at++,
                    row.place() + (Integer) Objects.requireNonNull(row.values().getFirst()));
            from = 1;
        }
        for (int i = from; i < row.values().size(); i++) {
            statement.setObject(at++, row.values().get(i));
        }
        return at;
    }
}
