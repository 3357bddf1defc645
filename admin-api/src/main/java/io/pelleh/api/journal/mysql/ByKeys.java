package io.pelleh.api.journal.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Selects rows by many composite keys at once, in the order of the keys: one statement for those that differ in their
 * last column only, and most do. Row constructors in {@code IN} do not use the index on MariaDB; keys that are OR-ed do,
 * but the server reads and plans them at several times the cost. The number of keys is rounded up to a power of two, so
 * that few statements are ever prepared.
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
        Map<List<String>, List<String>> lasts = new LinkedHashMap<>();
        for (List<String> wanted : keys) {
            lasts.computeIfAbsent(wanted.subList(0, wanted.size() - 1), first -> new ArrayList<>())
                    .add(wanted.getLast());
        }
        for (Map.Entry<List<String>, List<String>> alike : lasts.entrySet()) {
            List<String> all = alike.getValue();
            for (int from = 0; from < all.size(); from += MAX_KEYS) {
                List<String> some = all.subList(from, Math.min(all.size(), from + MAX_KEYS));
                some(connection, alike.getKey(), some, reader);
            }
        }
    }

    private void some(Connection connection, List<String> first, List<String> lasts, Reader reader)
            throws SQLException {
        int places = places(lasts.size());
        try (PreparedStatement statement = connection.prepareStatement(sql(places))) {
            int at = 1;
            for (String part : first) {
                statement.setString(at++, part);
            }
            for (int i = 0; i < places; i++) {
                statement.setString(at++, lasts.get(Math.min(i, lasts.size() - 1)));
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
        String first = key.subList(0, key.size() - 1).stream()
                .map(column -> column + " = ? AND ")
                .collect(Collectors.joining());
        String marks = String.join(", ", Collections.nCopies(places, "?"));
        return select + " " + first + key.getLast() + " IN (" + marks + ") " + tail;
    }

    /** A number of keys rounded up to a power of two. */
    static int places(int keys) {
        return keys == 1 ? 1 : Integer.highestOneBit(keys - 1) << 1;
    }
}
