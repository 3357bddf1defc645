package io.pelleh.rules.rows;

import java.util.List;
import java.util.Map;

/** What must hold beside the key: ranges of longs in flat arrays, and what is not one range. */
final class Tests {

    private final int[] columns;
    private final long[] low;
    private final long[] high;
    private final Membership[] sets;

    /** @param ranges lowest and highest value allowed, by column */
    Tests(Map<Integer, long[]> ranges, List<Membership> sets) {
        this.columns = ranges.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.low = ranges.values().stream().mapToLong(range -> range[0]).toArray();
        this.high = ranges.values().stream().mapToLong(range -> range[1]).toArray();
        this.sets = sets.toArray(Membership[]::new);
    }

    boolean hold(Reading reading) {
        for (int i = 0; i < columns.length; i++) {
            long value = reading.value(columns[i]);
            if (value < low[i] || value > high[i]) {
                return false;
            }
        }
        for (Membership set : sets) {
            if (!set.holds(reading)) {
                return false;
            }
        }
        return true;
    }
}
