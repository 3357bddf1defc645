package io.pelleh.rules.rows;

import io.pelleh.rules.match.Matches;
import io.pelleh.rules.rows.Row.Range;
import java.util.List;

/**
 * The fact that some table rows, all with the same key, are in force. What else each of them asks for lies in flat
 * arrays, one row after the other.
 */
public final class Shelf {

    private static final Membership[] NONE = {};

    private final Key key;
    private final int[] rules;
    private final int[] ends;
    private final int[] columns;
    private final long[] low;
    private final long[] high;
    private final Membership[][] sets;

    Shelf(Key key, List<Row> rows) {
        this.key = key;
        this.rules = rows.stream().mapToInt(Row::rule).toArray();
        List<Range> ranges = rows.stream().flatMap(row -> row.ranges().stream()).toList();
        this.ends = new int[rows.size()];
        this.columns = ranges.stream().mapToInt(Range::column).toArray();
        this.low = ranges.stream().mapToLong(Range::low).toArray();
        this.high = ranges.stream().mapToLong(Range::high).toArray();
        this.sets = rows.stream().map(row -> row.sets().toArray(NONE)).toArray(Membership[][]::new);
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += rows.get(i).ranges().size();
            ends[i] = end;
        }
    }

    /** What it is joined by. */
    public Key key() {
        return key;
    }

    int size() {
        return rules.length;
    }

    /** Adds every row from {@code row} on that holds. */
    void match(int row, Reading reading, Matches matches) {
        matches.visit(rules.length - row);
        for (int i = next(row, reading); i < rules.length; i = next(i + 1, reading)) {
            matches.add(rules[i], reading.number());
        }
    }

    /** The first row from {@code row} on that holds, or their number. */
    int next(int row, Reading reading) {
        long[] values = reading.values();
        for (int i = row; i < rules.length; i++) {
            if (inRange(i, values) && inSets(i, reading)) {
                return i;
            }
        }
        return rules.length;
    }

    private boolean inRange(int row, long[] values) {
        for (int i = row == 0 ? 0 : ends[row - 1]; i < ends[row]; i++) {
            long value = values[columns[i]];
            if (value < low[i] || value > high[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean inSets(int row, Reading reading) {
        for (Membership set : sets[row]) {
            if (!set.holds(reading)) {
                return false;
            }
        }
        return true;
    }
}
