package io.pelleh.api.journal.mysql;

import io.pelleh.engine.flow.JournalUnavailable;
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
