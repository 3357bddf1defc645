package io.pelleh.engine.limit;

import java.util.Comparator;

/**
 * A number that many decisions add to.
 *
 * @param id unique in the program, at most {@value #MAX_ID} characters
 * @param period what it counts: the key of a {@link io.pelleh.engine.program.Period}, empty for ever
 */
public record Counter(String id, String period) implements Comparable<Counter> {

    /** Characters of an id. */
    public static final int MAX_ID = 400;

    private static final Comparator<Counter> ORDER =
            Comparator.comparing(Counter::id).thenComparing(Counter::period);

    /** The id, and the period behind a blank. */
    @Override
    public String toString() {
        return period.isEmpty() ? id : id + " " + period;
    }

    @Override
    public int compareTo(Counter other) {
        return ORDER.compare(this, other);
    }
}
