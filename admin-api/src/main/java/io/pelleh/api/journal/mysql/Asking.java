package io.pelleh.api.journal.mysql;

import io.pelleh.engine.flow.JournalUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Single statements outside the group commit; each throws {@link JournalUnavailable} when MySQL cannot be reached. */
final class Asking {

    private final JdbcTemplate sql;

    Asking(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(Reader<T> reader, String select, @Nullable Object... values) {
        return reached(() -> sql.query(select, (row, i) -> reader.read(row), values));
    }

    /** Shows row by row as they come in, with no more than a packet of them in memory. */
    void each(RowCallbackHandler row, String select, Object... values) {
        reached(() -> {
            sql.query(connection -> streamed(connection, select, values), row);
            return true;
        });
    }

    /** Connector/J's word for a result that is not gathered first. */
    private static PreparedStatement streamed(Connection connection, String select, Object[] values)
            throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(select, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(Integer.MIN_VALUE);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    <T> Optional<T> first(Reader<T> reader, String select, @Nullable Object... values) {
        return list(reader, select, values).stream().findFirst();
    }

    /** Rows changed. */
    int change(String statement, @Nullable Object... values) {
        return reached(() -> sql.update(statement, values));
    }

    void changeEach(String statement, List<Object[]> rows) {
        reached(() -> sql.batchUpdate(statement, rows));
    }

    private static <T> T reached(Supplier<T> call) {
        try {
            return call.get();
        } catch (DataAccessResourceFailureException | TransientDataAccessException | RecoverableDataAccessException e) {
            throw new JournalUnavailable("MySQL cannot be reached", e);
        }
    }
}
