package io.pelleh.api.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an import left in the database, as one line per table: equal when everything in it is. */
final class Digest {

    private static final Map<String, String> TABLES = Map.of(
            "customers", "SELECT id, version, next_due, state FROM customer ORDER BY id",
            "segments", "SELECT segment, customer FROM customer_segment ORDER BY segment, customer",
            "ledger", "SELECT customer, version, seq, kind, lot, points, at FROM ledger_entry ORDER BY 1, 2, 3",
            "events",
                    "SELECT source, event_id, customer, version, occurred_at, decided_at, happening, decision, state_after"
                            + " FROM journal ORDER BY source, event_id",
            "orders",
                    "SELECT id, customer, placed_at, spent, units, returned, returned_units, points FROM customer_order"
                            + " ORDER BY id");

    private Digest() {}

    static Map<String, String> of(JdbcTemplate sql) {
        Map<String, String> digests = new TreeMap<>();
        TABLES.forEach((name, query) -> digests.put(name, digest(sql, query)));
        return digests;
    }

    private static String digest(JdbcTemplate sql, String query) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            int[] rows = {0};
            JdbcTemplate streaming = new JdbcTemplate(sql.getDataSource());
            streaming.setFetchSize(Integer.MIN_VALUE);
            streaming.query(query, row -> {
                rows[0]++;
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    byte[] value = row.getBytes(i);
                    sha.update(value == null ? "null".getBytes(StandardCharsets.UTF_8) : value);
                    sha.update((byte) 0);
                }
            });
            return rows[0] + " rows " + HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
