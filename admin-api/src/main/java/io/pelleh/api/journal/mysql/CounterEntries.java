package io.pelleh.api.journal.mysql;

import io.pelleh.engine.limit.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a batch writes into the ledger of each counter, in the order in which it was granted. */
final class CounterEntries {

    private static final int PROGRAM = 1;
    private static final int COUNTER = 2;
    private static final int PERIOD = 3;
    private static final int AMOUNT = 4;
    private static final int POSITION = 5;

    private final Map<CounterKey, List<List<@Nullable Object>>> rows = new TreeMap<>();

    void add(Pending granted) {
        for (List<@Nullable Object> row : granted.rows().of(Table.COUNTER_ENTRY)) {
            rows.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row);
        }
    }

    private static CounterKey key(List<@Nullable Object> row) {
        return new CounterKey(text(row, PROGRAM), new Counter(text(row, COUNTER), text(row, PERIOD)));
    }

    private static String text(List<@Nullable Object> row, int column) {
        return (String) Objects.requireNonNull(row.get(column));
    }

    Set<CounterKey> counters() {
        return rows.keySet();
    }

    int count(CounterKey key) {
        return rows.getOrDefault(key, List.of()).size();
    }

    /** What all of them take, less what they give back. */
    long amount(CounterKey key) {
        return rows.getOrDefault(key, List.of()).stream()
                .mapToLong(row -> (Long) Objects.requireNonNull(row.get(AMOUNT)))
                .reduce(0, Math::addExact);
    }

    /** Says where each stands in the ledger of its counter, whose row is locked. */
    void number(CounterKey key, long last) {
        long position = last - count(key);
        for (List<@Nullable Object> row : rows.getOrDefault(key, List.of())) {
            position++;
            row.set(POSITION, position);
        }
    }
}
