package io.pelleh.api.journal.mysql;

import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Draw;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
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
            "SELECT program, id, period, used FROM counter FORCE INDEX (PRIMARY) WHERE",
            List.of("program", "id", "period"),
            "ORDER BY program, id, period FOR UPDATE");
    private static final String CREATE = "INSERT IGNORE INTO counter (program, id, period, used) VALUES (?, ?, ?, 0)";
    private static final String ADD = "INSERT INTO counter (program, id, period, used) VALUES (?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE used = used + VALUES(used)";
    private static final String LACKED = "UPDATE counter SET lacked = LEAST(COALESCE(lacked, ?), ?)"
            + " WHERE program = ? AND id = ? AND period = ?";

    private final Connection connection;
    private final Held held = new Held();
    private final Map<Key, Long> used = new HashMap<>();
    private final Map<Key, Long> taken = new TreeMap<>(Key.ORDER);
    private final Map<Key, Long> lacked = new TreeMap<>(Key.ORDER);

    Counters(Connection connection) {
        this.connection = connection;
    }

    private record Key(String program, Counter counter) {

        static final Comparator<Key> ORDER = (a, b) -> Admission.compare(a.parts(), b.parts());

        static Key of(Pending commit, Draw draw) {
            return new Key(commit.program(), draw.counter());
        }

        List<String> parts() {
            return List.of(program, counter.id(), counter.period());
        }
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
        each(ADD, taken);
        tellLacks();
        return refused;
    }

    /** Whether a code was used up, or is held, since it was looked up: looked up again, it says so itself. */
    private boolean lacksCode(Pending commit) {
        return commit.draws().stream()
                .filter(draw -> draw.bounded() && CouponOnFile.counted(draw))
                .anyMatch(draw -> draw.exceeds(used.getOrDefault(Key.of(commit, draw), 0L)
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
        Map<Key, Long> own = new HashMap<>();
        Map<String, Long> spent = new HashMap<>();
        for (Draw draw : commit.draws()) {
            Key key = Key.of(commit, draw);
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
            own.forEach((key, amount) -> {
                used.merge(key, amount, Math::addExact);
                taken.merge(key, amount, Math::addExact);
            });
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
        TreeSet<Key> bounded = new TreeSet<>(Key.ORDER);
        for (Pending commit : commits) {
            commit.draws().stream().filter(Draw::bounded).forEach(draw -> bounded.add(Key.of(commit, draw)));
        }
        if (bounded.isEmpty()) {
            return;
        }
        read(bounded);
        if (used.size() < bounded.size()) {
            Map<Key, Long> missing = new TreeMap<>(Key.ORDER);
            bounded.forEach(key -> missing.put(key, 0L));
            missing.keySet().removeAll(used.keySet());
            create(missing.keySet());
            read(bounded);
        }
    }

    private void create(Collection<Key> keys) throws SQLException {
        try (PreparedStatement create = connection.prepareStatement(CREATE)) {
            for (Key key : keys) {
                bind(create, 1, key);
                create.addBatch();
            }
            create.executeBatch();
        }
    }

    private void read(Collection<Key> keys) throws SQLException {
        List<List<String>> parts = keys.stream().map(Key::parts).toList();
        LOCK.each(connection, parts, row -> {
            Counter counter = new Counter(row.getString(2), row.getString(3));
            used.put(new Key(row.getString(1), counter), row.getLong(4));
        });
    }

    private void each(String statement, Map<Key, Long> amounts) throws SQLException {
        if (amounts.isEmpty()) {
            return;
        }
        try (PreparedStatement change = connection.prepareStatement(statement)) {
            for (Map.Entry<Key, Long> entry : amounts.entrySet()) {
                bind(change, 1, entry.getKey());
                change.setLong(4, entry.getValue());
                change.addBatch();
            }
            change.executeBatch();
        }
    }

    /** The smallest amount a counter refused tells whether a budget with a little left is spent all the same. */
    private void tellLacks() throws SQLException {
        if (lacked.isEmpty()) {
            return;
        }
        try (PreparedStatement change = connection.prepareStatement(LACKED)) {
            for (Map.Entry<Key, Long> entry : lacked.entrySet()) {
                change.setLong(1, entry.getValue());
                change.setLong(2, entry.getValue());
                bind(change, 3, entry.getKey());
                change.addBatch();
            }
            change.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, int from, Key key) throws SQLException {
        statement.setString(from, key.program());
        statement.setString(from + 1, key.counter().id());
        statement.setString(from + 2, key.counter().period());
    }
}
