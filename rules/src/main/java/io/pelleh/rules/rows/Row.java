package io.pelleh.rules.rows;

import java.util.List;

/**
 * One table row, but for the values of its key.
 *
 * @param rule place of the rule in its stage
 * @param ranges what must lie between two values
 * @param sets what must be, or not be, among some values
 */
record Row(int rule, List<Range> ranges, List<Membership> sets) {

    Row {
        ranges = List.copyOf(ranges);
        sets = List.copyOf(sets);
    }

    /** The values a column may have. */
    record Range(int column, long low, long high) {

        /** Whether one value only will do: such a test ends most rows. */
        boolean narrow() {
            return low == high;
        }
    }
}
