package io.pelleh.api.journal.mysql;

import io.pelleh.engine.checkout.CheckoutChange;
import io.pelleh.engine.checkout.OrderChange;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.Committed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides which commits of a batch may be written, under locks: customers first, in the order of their keys, then
 * orders, checkouts, counters. What leaves here leaves before anything is inserted.
 */
final class Admission {

    private static final ByKeys CUSTOMERS = new ByKeys(
            "SELECT program, id, version FROM customer FORCE INDEX (PRIMARY) WHERE",
            List.of("program", "id"),
            "ORDER BY program, id FOR UPDATE");
    private static final ByKeys ORDERS = new ByKeys(
            "SELECT " + Reads.ORDER + " FROM customer_order FORCE INDEX (PRIMARY) WHERE",
            List.of("program", "id"),
            "ORDER BY program, id FOR UPDATE");
    private static final ByKeys CHECKOUTS = new ByKeys(
            "SELECT program, id, revision FROM checkout FORCE INDEX (PRIMARY) WHERE",
            List.of("program", "id"),
            "ORDER BY program, id FOR UPDATE");

    private final Connection connection;
    private final List<Pending> left;
    private final Map<Pending, Committed> refused = new HashMap<>();

    Admission(Connection connection, List<Pending> batch) {
        this.connection = connection;
        this.left = new ArrayList<>(batch);
    }

    /**
     * Sorts the batch out.
     *
     * @param careful whether to look for orders that should be new, too: without, the unique index finds them later
     */
    void decide(boolean careful) throws SQLException {
        repeats();
        customers();
        orders(careful);
        checkouts();
        refused.putAll(new Counters(connection).grant(left));
        left.removeAll(refused.keySet());
    }

    List<Pending> admitted() {
        return left;
    }

    Map<Pending, Committed> refused() {
        return refused;
    }

    private void repeats() throws SQLException {
        Repeats repeats = Repeats.among(connection, left);
        for (Pending pending : List.copyOf(left)) {
            repeats.of(pending).ifPresent(outcome -> refuse(pending, outcome));
        }
    }

    private void customers() throws SQLException {
        Map<List<String>, Pending> byKey = new TreeMap<>(Admission::compare);
        for (Pending pending : left) {
            CustomerState before = pending.commit().before();
            if (before != null) {
                byKey.put(List.of(pending.program(), before.id().value()), pending);
            }
        }
        Map<List<String>, Long> versions = numbers(CUSTOMERS, byKey);
        byKey.forEach((key, pending) -> {
            CustomerState before = Objects.requireNonNull(pending.commit().before());
            if (versions.getOrDefault(key, 0L) != before.version()) {
                clash(pending);
            }
        });
    }

    private Map<List<String>, Long> numbers(ByKeys query, Map<List<String>, Pending> byKey) throws SQLException {
        Map<List<String>, Long> numbers = new HashMap<>();
        query.each(
                connection,
                byKey.keySet(),
                row -> numbers.put(List.of(row.getString(1), row.getString(2)), row.getLong(3)));
        return numbers;
    }

    private void orders(boolean careful) throws SQLException {
        Map<List<String>, Pending> byKey = new TreeMap<>(Admission::compare);
        for (Pending pending : left) {
            OrderRows.changes(pending.commit()).forEach((id, change) -> {
                if (careful || !change.fresh()) {
                    byKey.put(List.of(pending.program(), id), pending);
                }
            });
        }
        Map<List<String>, OrderOnFile> onFile = new HashMap<>();
        ORDERS.each(
                connection,
                byKey.keySet(),
                row -> onFile.put(key(row.getString("program"), row.getString("id")), Reads.order(row)));
        byKey.forEach((key, pending) -> {
            if (!stands(pending.commit(), key.getLast(), onFile.get(key))) {
                clash(pending);
            }
        });
    }

    /** Whether the order still is what the first step that changes it was decided on. */
    private static boolean stands(Commit commit, String orderId, @Nullable OrderOnFile onFile) {
        for (Commit.Step step : commit.steps()) {
            OrderChange change = step.order();
            if (change != null && change.after().orderId().equals(orderId)) {
                OrderOnFile read = step.inputs().order();
                return change.fresh()
                        ? onFile == null
                        : onFile != null && (read == null || Reads.kept(read).equals(onFile));
            }
        }
        return true;
    }

    /**
     * A checkout may be on file without a revision, while it is open; one that is not is inserted, once. Where a commit
     * moves one that is on file, it writes all of its own so: the event that moves one is there only once anyway.
     */
    private void checkouts() throws SQLException {
        Map<List<String>, Pending> byKey = new TreeMap<>(Admission::compare);
        Map<List<String>, CheckoutChange> changes = new HashMap<>();
        for (Pending pending : left) {
            for (CheckoutChange change : pending.commit().checkouts()) {
                List<String> key = List.of(pending.program(), change.id().value());
                byKey.put(key, pending);
                changes.put(key, change);
            }
        }
        Map<List<String>, Long> revisions = numbers(CHECKOUTS, byKey);
        byKey.forEach((key, pending) -> {
            CheckoutChange change = Objects.requireNonNull(changes.get(key));
            if (revisions.getOrDefault(key, 0L) != change.revision() - 1) {
                clash(pending);
            } else if (revisions.containsKey(key)) {
                pending.rows().move(Table.CHECKOUT_FRESH, Table.CHECKOUT_CHANGED);
            }
        });
    }

    private void clash(Pending pending) {
        refuse(pending, new Committed.Clash());
    }

    private void refuse(Pending pending, Committed outcome) {
        refused.put(pending, outcome);
        left.remove(pending);
    }

    private static List<String> key(String program, String id) {
        return List.of(program, id);
    }

    static int compare(Collection<String> a, Collection<String> b) {
        return String.join("\0", a).compareTo(String.join("\0", b));
    }
}
