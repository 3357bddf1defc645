package io.pelleh.rules.rows;

import io.pelleh.engine.facts.Situation;
import org.jspecify.annotations.Nullable;

/** The values that rows compare with, read from one situation once and only when asked for. Reused; not thread-safe. */
final class Reading {

    private static final long[] NO_WORDS = {};

    private final Column[] columns;
    private final @Nullable Reading shared;
    private final long[] values;
    private final long[][] words;
    private final int[] readIn;
    private int turn;
    private int number;
    private @Nullable Situation situation;

    /** @param shared where values of the customer and the basket are read, or null when this is it */
    Reading(Column[] columns, @Nullable Reading shared) {
        this.columns = columns;
        this.shared = shared;
        this.values = new long[columns.length];
        this.words = new long[columns.length][];
        this.readIn = new int[columns.length];
    }

    /**
     * Looks at another situation.
     *
     * @param number as the scene numbers it
     */
    void turnTo(Situation next, int number) {
        this.situation = next;
        this.number = number;
        turn++;
    }

    void leave() {
        situation = null;
    }

    int number() {
        return number;
    }

    long value(int column) {
        if (readIn[column] == turn) {
            return values[column];
        }
        readIn[column] = turn;
        values[column] = fetch(column);
        return values[column];
    }

    private long fetch(int column) {
        if (shared != null && columns[column].shared()) {
            return shared.value(column);
        }
        return situation == null ? 0 : columns[column].read(situation);
    }

    long[] words(int column) {
        if (shared != null) {
            return shared.words(column);
        }
        if (readIn[column] != turn) {
            readIn[column] = turn;
            words[column] = situation == null ? NO_WORDS : columns[column].readWords(situation);
        }
        return words[column];
    }
}
