package io.pelleh.rules.rows;

/** A test for being among some values, or not. */
final class Membership {

    private final int column;
    private final boolean words;
    private final boolean among;
    private final long[] values;

    /**
     * @param words whether the column holds several words, one of which must be among the values
     * @param among false when it must not be among them
     */
    Membership(int column, boolean words, boolean among, long[] values) {
        this.column = column;
        this.words = words;
        this.among = among;
        this.values = values.clone();
    }

    boolean holds(Reading reading) {
        return among == (words ? anyWord(reading.words(column)) : has(reading.values()[column]));
    }

    private boolean anyWord(long[] shown) {
        for (long word : shown) {
            if (has(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(long value) {
        for (long one : values) {
            if (one == value) {
                return true;
            }
        }
        return false;
    }
}
