package io.pelleh.api.backtest;

import java.util.Map;
import java.util.TreeMap;

/** Where customers end under the first rules and where under the second; empty is nowhere. */
final class Moves {

    private final Map<String, Map<String, Long>> cells = new TreeMap<>();

    void add(String from, String to) {
        add(from, to, 1);
    }

    private void add(String from, String to, long customers) {
        cells.computeIfAbsent(from, f -> new TreeMap<>()).merge(to, customers, Long::sum);
    }

    void add(Moves more) {
        more.cells.forEach((from, row) -> row.forEach((to, customers) -> add(from, to, customers)));
    }

    long moved() {
        long[] sum = new long[1];
        cells.forEach((from, row) -> row.forEach((to, customers) -> sum[0] += from.equals(to) ? 0 : customers));
        return sum[0];
    }

    Map<String, Map<String, Long>> cells() {
        return cells;
    }
}
