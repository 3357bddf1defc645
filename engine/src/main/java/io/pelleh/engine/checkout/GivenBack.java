package io.pelleh.engine.checkout;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came back of a closed checkout so far, over all its returns.
 *
 * @param units pieces of each line, in order
 * @param goods minor units refunded for goods
 * @param shipping whether the charge for shipping was given back
 * @param clawedBack promotions that were taken back because the rest no longer qualified; they stay so
 * @param released promotions whose use was given back
 * @param tax taxes that went with it, or null where the shop told no rates
 */
public record GivenBack(
        List<Long> units,
        long goods,
        boolean shipping,
        Set<String> clawedBack,
        Set<String> released,
        @Nullable TaxBack tax) {

    /**
     * Taxes that were given back, minor units.
     *
     * @param included they are contained in what was given back for goods and shipping; else they came on top
     * @param all over all returns
     * @param last with the last one
     */
    public record TaxBack(boolean included, long all, long last) {

        /** What the last return gave back beside goods and shipping. */
        public long onTop() {
            return included ? 0 : last;
        }
    }

    public GivenBack {
        units = List.copyOf(units);
        clawedBack = Set.copyOf(clawedBack);
        released = Set.copyOf(released);
    }

    /** Nothing of so many lines. */
    public static GivenBack nothing(int lines) {
        return new GivenBack(Collections.nCopies(lines, 0L), 0, false, Set.of(), Set.of(), null);
    }
}
