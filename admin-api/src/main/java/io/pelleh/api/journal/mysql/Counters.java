package io.pelleh.api.journal.mysql;

import io.pelleh.engine.flow.Committed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Grants the uses and the money of limited promotions in queue order, never above a limit, with one update per counter. */
final class Counters {

    private static final ByKeys LOCK = new ByKeys(
            "SELECT program, id, used FROM counter FORCE INDEX (PRIMARY) WHERE",
            List.of("program", "id"),
            "AND period = '' ORDER BY program, id FOR UPDATE");
    private static final String CREATE = "INSERT IGNORE INTO counter (program, id, used) VALUES (?, ?, 0)";
    private static final String ADD =
            "INSERT INTO counter (program, id, used) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE used = used + VALUES(used)";

    private final Connection connection;

    Counters(Connection connection) {
        this.connection = connection;
    }

    /** Takes what the commits use, and names those that asked for more than is left. */
    Map<Pending, Committed> grant(List<Pending> commits) throws SQLException {
        TreeSet<List<String>> keys = new TreeSet<>(Admission::compare);
        commits.forEach(commit -> commit.draws().keySet().forEach(id -> keys.add(key(commit, id))));
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<List<String>, Long> used = lock(keys);
        Map<List<String>, Long> taken = new TreeMap<>(Admission::compare);
        Map<Pending, Committed> refused = new HashMap<>();
        for (Pending commit : commits) {
            Map<String, Long> spent = spent(commit, used);
            if (spent.isEmpty()) {
                commit.draws().forEach((id, draw) -> {
                    used.merge(key(commit, id), draw.amount(), Math::addExact);
                    taken.merge(key(commit, id), draw.amount(), Math::addExact);
                });
            } else {
                refused.put(commit, new Committed.Exhausted(spent));
            }
        }
        add(taken);
        return refused;
    }

    /** Uses left of the promotions that the commit asks too much of. */
    private static Map<String, Long> spent(Pending commit, Map<List<String>, Long> used) {
        Map<String, Long> spent = new HashMap<>();
        commit.draws().forEach((id, draw) -> {
            long before = used.getOrDefault(key(commit, id), 0L);
            if (draw.exceeds(before)) {
                spent.merge(draw.promotion(), draw.usesLeft(before), Math::min);
            }
        });
        return spent;
    }

    /** A row that is not there cannot be locked, so it is made first. */
    private Map<List<String>, Long> lock(Collection<List<String>> keys) throws SQLException {
        Map<List<String>, Long> used = read(keys);
        if (used.size() == keys.size()) {
            return used;
        }
        try (PreparedStatement create = connection.prepareStatement(CREATE)) {
            for (List<String> key : keys) {
                create.setString(1, key.getFirst());
                create.setString(2, key.getLast());
                create.addBatch();
            }
            create.executeBatch();
        }
        return read(keys);
    }

    private Map<List<String>, Long> read(Collection<List<String>> keys) throws SQLException {
        Map<List<String>, Long> used = new HashMap<>();
        LOCK.each(connection, keys, row -> used.put(List.of(row.getString(1), row.getString(2)), row.getLong(3)));
        return used;
    }

    private void add(Map<List<String>, Long> taken) throws SQLException {
        if (taken.isEmpty()) {
            return;
        }
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            for (Map.Entry<List<String>, Long> entry : taken.entrySet()) {
                add.setString(1, entry.getKey().getFirst());
                add.setString(2, entry.getKey().getLast());
                add.setLong(3, entry.getValue());
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    private static List<String> key(Pending commit, String id) {
        return List.of(commit.program(), id);
    }
}
