package io.pelleh.api.imports;

import io.pelleh.api.imports.Assembly.Late;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows between file and journal, in the order they are applied, and rows that were rejected. */
final class StagedRows {

    private static final int PAGE = 200;
    private static final int SLICE = 5_000;
    private static final String UNREAD = "";

    private final JdbcTemplate jdbc;

    StagedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row that was not taken in.
     *
     * @param column that was wrong; empty where it is the row as a whole, or not known any more
     * @param original the row as CSV
     */
    record Reject(long at, String reason, String column, String original) {}

    void add(String job, List<Chunk> chunks, List<Reject> rejects) {
        if (!chunks.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO import_row (job, grp, at, row_count, payload) VALUES (?, ?, ?, ?, ?)",
                    chunks.stream()
                            .map(c -> new Object[] {job, c.group(), c.at(), c.rows(), c.bytes()})
                            .toList());
        }
        if (!rejects.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO import_reject (job, at, reason, original) VALUES (?, ?, ?, ?)",
                    rejects.stream()
                            .map(r -> new Object[] {job, r.at(), r.reason(), r.original()})
                            .toList());
        }
    }

    /** Keeps rows that are refused after they were staged, each once; returns how many are new. */
    int reject(String job, List<Late> refused) {
        List<Object[]> rows = refused.stream()
                .flatMap(late -> late.rows().stream().map(at -> new Object[] {job, at, late.reason(), UNREAD}))
                .toList();
        int[] kept = jdbc.batchUpdate(
                "INSERT IGNORE INTO import_reject (job, at, reason, original) VALUES (?, ?, ?, ?)", rows);
        return Arrays.stream(kept).map(count -> count == 0 ? 0 : 1).sum();
    }

    /** Places of rejected rows whose original is still to be read again. */
    Set<Long> unread(String job) {
        return new HashSet<>(jdbc.queryForList(
                "SELECT at FROM import_reject WHERE job = ? AND original = ?", Long.class, job, UNREAD));
    }

    void original(String job, long at, String original) {
        jdbc.update("UPDATE import_reject SET original = ? WHERE job = ? AND at = ?", original, job, at);
    }

    /** The next chunks after one, ascending by group and place. */
    List<Chunk> after(String job, String group, long at) {
        return jdbc.query(
                "SELECT grp, at, row_count, payload FROM import_row"
                        + " WHERE job = ? AND grp >= ? AND (grp > ? OR at > ?) ORDER BY grp, at LIMIT " + PAGE,
                (row, index) -> new Chunk(row.getString(1), row.getLong(2), row.getInt(3), row.getBytes(4)),
                job,
                group,
                group,
                at);
    }

    /** All rejects by line; few are in memory at a time. */
    void rejects(String job, Consumer<Reject> each) {
        long after = 0;
        List<Reject> page;
        do {
            page = jdbc.query(
                    "SELECT at, reason, original FROM import_reject WHERE job = ? AND at > ? ORDER BY at LIMIT "
                            + SLICE,
                    (row, index) -> new Reject(row.getLong(1), row.getString(2), "", row.getString(3)),
                    job,
                    after);
            page.forEach(each);
            after = page.isEmpty() ? after : page.getLast().at();
        } while (page.size() == SLICE);
    }

    /** Customers among the rows. */
    long customers(String job) {
        Long customers = jdbc.queryForObject(
                "SELECT COUNT(DISTINCT grp) FROM import_row WHERE job = ? AND grp LIKE 'c%'", Long.class, job);
        return customers == null ? 0 : customers;
    }

    void drop(String job) {
        int deleted;
        do {
            deleted = jdbc.update("DELETE FROM import_row WHERE job = ? LIMIT " + SLICE, job);
        } while (deleted == SLICE);
    }

    void dropRejects(String job) {
        jdbc.update("DELETE FROM import_reject WHERE job = ?", job);
    }
}
