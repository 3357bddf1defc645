package io.pelleh.api.journal.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Selects rows by many composite keys at once. Row constructors in {@code IN} do not use the index on MariaDB, so the
 * keys are OR-ed; their number is rounded up to a power of two, so that few statements are ever prepared.
 *
 * @param select up to and with {@code WHERE}
 * @param key columns of the key
 * @param tail what follows: order, locks
 */
record ByKeys(String select, List<String> key, String tail) {

    private static final int MAX_KEYS = 256;

    /** Reads one row. */
    @FunctionalInterface
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    void each(Connection connection, Collection<List<String>> keys, Reader reader) throws SQLException {
        List<List<String>> all = new ArrayList<>(keys);
        for (int from = 0; from < all.size(); from += MAX_KEYS) {
            some(connection, all.subList(from, Math.min(all.size(), from + MAX_KEYS)), reader);
        }
    }

    private void some(Connection connection, List<List<String>> keys, Reader reader) throws SQLException {
        int places = places(keys.size());
        List<List<String>> padded = new ArrayList<>(keys);
        padded.addAll(Collections.nCopies(places - keys.size(), keys.getLast()));
        try (PreparedStatement statement = connection.prepareStatement(sql(places))) {
            int at = 1;
            for (String part : padded.stream().flatMap(List::stream).toList()) {
                statement.setString(at++, part);
            }
            read(statement, reader);
        }
    }

    private static void read(PreparedStatement statement, Reader reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private String sql(int places) {
        String one = key.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND ", "(", ")"));
        return select + " " + String.join(" OR ", Collections.nCopies(places, one)) + " " + tail;
    }

    private static int places(int keys) {
        return keys == 1 ? 1 : Integer.highestOneBit(keys - 1) << 1;
    }
}
