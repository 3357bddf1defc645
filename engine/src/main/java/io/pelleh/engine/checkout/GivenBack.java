package io.pelleh.engine.checkout;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What came back of a closed checkout so far, over all its returns.
 *
 * @param units pieces of each line, in order
 * @param goods minor units refunded for goods
 * @param shipping whether the charge for shipping was given back
 * @param clawedBack promotions that were taken back because the rest no longer qualified; they stay so
 * @param released promotions whose use was given back
 */
public record GivenBack(List<Long> units, long goods, boolean shipping, Set<String> clawedBack, Set<String> released) {

    public GivenBack {
        units = List.copyOf(units);
        clawedBack = Set.copyOf(clawedBack);
        released = Set.copyOf(released);
    }

    /** Nothing of so many lines. */
    public static GivenBack nothing(int lines) {
        return new GivenBack(Collections.nCopies(lines, 0L), 0, false, Set.of(), Set.of());
    }
}
