package io.pelleh.engine.checkout;

import java.util.List;

/**
 * The taxes of a basket, minor units.
 *
 * @param included they are contained in the prices; else they come on top
 * @param lines of each line after its discounts, in order
 * @param shipping of the charge for shipping after its discounts
 */
public record Tax(boolean included, List<Long> lines, long shipping) {

    public Tax {
        lines = List.copyOf(lines);
    }

    /** All of it. */
    public long total() {
        long total = shipping;
        for (long line : lines) {
            total = Math.addExact(total, line);
        }
        return total;
    }

    /** What is to be paid beside the prices. */
    public long onTop() {
        return included ? 0 : total();
    }
}
