package io.pelleh.rules.rows;

import io.pelleh.engine.facts.Situation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of one situation that rows compare with, as longs. Reused; not thread-safe. */
final class Reading {

    private static final long[] NO_WORDS = {};

    private final Column[] columns;
    private final @Nullable Reading shared;
    private final long[] values;
    private final long[] @Nullable [] words;
    private int number;
    private @Nullable Situation situation;

    /** @param shared where values of the customer and the basket are read, or null when this is it */
    Reading(Column[] columns, @Nullable Reading shared) {
        this.columns = columns;
        this.shared = shared;
        this.values = new long[columns.length];
        this.words = new long[columns.length][];
    }

    /**
     * Looks at another situation and reads all that rows may ask; the shared values must have been read before.
     *
     * @param number as the scene numbers it
     */
    void turnTo(Situation next, int number) {
        this.situation = next;
        this.number = number;
        if (shared != null) {
            System.arraycopy(shared.values, 0, values, 0, values.length);
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].shared() == (shared == null) && columns[i].readable(next)) {
                values[i] = columns[i].read(next);
            }
        }
    }

    void leave() {
        situation = null;
        Arrays.fill(words, null);
    }

    int number() {
        return number;
    }

    /** By place of the column; to be read only. */
    long[] values() {
        return values;
    }

    /** The words of a column that rows know; read when first asked for. */
    long[] words(int column) {
        if (shared != null) {
            return shared.words(column);
        }
        long[] known = words[column];
        if (known == null) {
            boolean readable = situation != null && columns[column].readable(situation);
            known = situation == null || !readable ? NO_WORDS : columns[column].readWords(situation);
            words[column] = known;
        }
        return known;
    }
}
