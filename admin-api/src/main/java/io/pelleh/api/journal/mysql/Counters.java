package io.pelleh.api.journal.mysql;

import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Draw;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Grants what limited promotions take in queue order, never above a limit, with one update per counter. What is only
 * counted is added at the end, and nobody waits for it before.
 */
final class Counters {

    private static final ByKeys LOCK = new ByKeys(
            "SELECT program, period, id, used, entries FROM counter FORCE INDEX (PRIMARY) WHERE",
            List.of("program", "period", "id"),
            "ORDER BY program, period, id FOR UPDATE");
    private static final String CREATE = "INSERT IGNORE INTO counter (program, id, period, used) VALUES (?, ?, ?, 0)";
    private static final String ADD = "INSERT INTO counter (program, id, period, used, entries) VALUES (?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE used = used + VALUES(used), entries = entries + VALUES(entries)";
    private static final String LACKED = "UPDATE counter SET lacked = LEAST(COALESCE(lacked, ?), ?)"
            + " WHERE program = ? AND id = ? AND period = ?";

    private final Connection connection;
    private final Held held = new Held();
    private final Map<CounterKey, Long> used = new HashMap<>();
    private final Map<CounterKey, Long> numbered = new HashMap<>();
    private final CounterEntries entries = new CounterEntries();
    private final Map<CounterKey, Long> lacked = new TreeMap<>();

    Counters(Connection connection) {
        this.connection = connection;
    }

    /** Takes what the commits use, and names those that asked for more than is left. For one call. */
    Map<Pending, Committed> grant(List<Pending> commits) throws SQLException {
        lock(commits);
        held.read(connection, commits);
        Map<Pending, Committed> refused = new HashMap<>();
        for (Pending commit : commits) {
            if (lacksCode(commit)) {
                refused.put(commit, new Committed.CodeTaken());
                continue;
            }
            Map<String, Long> spent = take(commit);
            if (!spent.isEmpty()) {
                refused.put(commit, new Committed.Exhausted(spent));
            }
        }
        add();
        tellLacks();
        return refused;
    }

    private static CounterKey key(Pending commit, Draw draw) {
        return new CounterKey(commit.program(), draw.counter());
    }

    /** Whether a code was used up, or is held, since it was looked up: looked up again, it says so itself. */
    private boolean lacksCode(Pending commit) {
        return commit.draws().stream()
                .filter(draw -> draw.bounded() && CouponOnFile.counted(draw))
                .anyMatch(draw -> draw.exceeds(used.getOrDefault(key(commit, draw), 0L)
                        + givenBack(commit, draw)
                        + held.byOthers(commit, draw)));
    }

    /** What the same commit gives back before, as an exchange does; below 0. */
    private static long givenBack(Pending commit, Draw draw) {
        return commit.draws().stream()
                .filter(other -> other.amount() < 0 && other.counter().equals(draw.counter()))
                .mapToLong(Draw::amount)
                .sum();
    }

    /** Takes all that a commit asks for, or nothing, and says how many uses are left of what there is too little of. */
    private Map<String, Long> take(Pending commit) {
        Map<CounterKey, Long> own = new HashMap<>();
        Map<String, Long> spent = new HashMap<>();
        for (Draw draw : commit.draws()) {
            CounterKey key = key(commit, draw);
            long before = used.getOrDefault(key, 0L);
            if (draw.bounded() && draw.exceeds(before + own.getOrDefault(key, 0L))) {
                spent.merge(draw.promotion(), draw.usesLeft(before + others(commit, draw)), Math::min);
                lacked.merge(key, draw.amount(), Math::min);
            } else {
                own.merge(key, draw.amount(), Math::addExact);
            }
        }
        if (spent.isEmpty()) {
            held.left(commit);
            own.forEach((key, amount) -> used.merge(key, amount, Math::addExact));
            entries.add(commit);
        }
        return spent;
    }

    /** What other promotions of the same commit take from the same counter: a promotion's own uses are told apart later. */
    private static long others(Pending commit, Draw draw) {
        return commit.draws().stream()
                .filter(other -> other.counter().equals(draw.counter())
                        && !other.promotion().equals(draw.promotion()))
                .mapToLong(Draw::amount)
                .sum();
    }

    /** A row that is not there cannot be locked, so it is made first. */
    private void lock(List<Pending> commits) throws SQLException {
        TreeSet<CounterKey> bounded = new TreeSet<>();
        for (Pending commit : commits) {
            commit.draws().stream().filter(Draw::bounded).forEach(draw -> bounded.add(key(commit, draw)));
        }
        if (bounded.isEmpty()) {
            return;
        }
        read(bounded);
        if (used.size() < bounded.size()) {
            TreeSet<CounterKey> missing = new TreeSet<>(bounded);
            missing.removeAll(used.keySet());
            create(missing);
            read(bounded);
        }
    }

    private void create(Collection<CounterKey> keys) throws SQLException {
        try (PreparedStatement create = connection.prepareStatement(CREATE)) {
            for (CounterKey key : keys) {
                bind(create, 1, key);
                create.addBatch();
            }
            create.executeBatch();
        }
    }

    private void read(Collection<CounterKey> keys) throws SQLException {
        List<List<String>> parts = keys.stream().map(CounterKey::parts).toList();
        LOCK.each(connection, parts, row -> {
            CounterKey key = new CounterKey(row.getString(1), new Counter(row.getString(3), row.getString(2)));
            used.put(key, row.getLong(4));
            numbered.put(key, row.getLong(5));
        });
    }

    /** Counts what was taken, and numbers it: what was not locked before is so from here on, and then says its number. */
    private void add() throws SQLException {
        if (entries.counters().isEmpty()) {
            return;
        }
        try (PreparedStatement change = connection.prepareStatement(ADD)) {
            for (CounterKey key : entries.counters()) {
                bind(change, 1, key);
                change.setLong(4, entries.amount(key));
                change.setInt(5, entries.count(key));
                change.addBatch();
                numbered.computeIfPresent(key, (locked, before) -> before + entries.count(key));
            }
            change.executeBatch();
        }
        TreeSet<CounterKey> onlyCounted = new TreeSet<>(entries.counters());
        onlyCounted.removeAll(numbered.keySet());
        read(onlyCounted);
        entries.counters().forEach(key -> entries.number(key, numbered.getOrDefault(key, 0L)));
    }

    /** The smallest amount a counter refused tells whether a budget with a little left is spent all the same. */
    private void tellLacks() throws SQLException {
        if (lacked.isEmpty()) {
            return;
        }
        try (PreparedStatement change = connection.prepareStatement(LACKED)) {
            for (Map.Entry<CounterKey, Long> entry : lacked.entrySet()) {
                change.setLong(1, entry.getValue());
                change.setLong(2, entry.getValue());
                bind(change, 3, entry.getKey());
                change.addBatch();
            }
            change.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, int from, CounterKey key) throws SQLException {
        statement.setString(from, key.program());
        statement.setString(from + 1, key.counter().id());
        statement.setString(from + 2, key.counter().period());
    }
}
