package io.pelleh.api.journal.mysql;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The committer's own connection, kept warm and opened again after it broke. For one thread.
 *
 * <p>Its statements are not prepared at the server: the number of rows of an insert is another one in each batch, and to
 * prepare each anew costs a round trip more than it saves.
 */
final class Line implements AutoCloseable {

    private final DataSource source;
    private @Nullable Connection connection;

    Line(DataSource source) {
        this.source = source;
    }

    Connection open() throws SQLException {
        Connection now = connection;
        if (now == null) {
            now = source.getConnection();
            connection = now;
            now.setAutoCommit(false);
            now.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            now.unwrap(JdbcConnection.class)
                    .getPropertySet()
                    .getBooleanProperty(PropertyKey.useServerPrepStmts)
                    .setValue(false);
        }
        return now;
    }

    @Override
    public void close() {
        Connection now = connection;
        connection = null;
        try {
            if (now != null) {
                now.close();
            }
        } catch (SQLException e) {
            // It is broken already; the pool discards it.
            return;
        }
    }
}
