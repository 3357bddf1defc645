package io.pelleh.rules.rows;

import io.pelleh.rules.match.Matches;
import java.util.Arrays;

/** The fact that something in the scene shows the values of a key. Reused by its worker. */
public final class Probe {

    private final Key key;
    private final Matches matches;
    private Reading[] readings = new Reading[1];
    private int count;
    private int firstReading;
    private int firstRow;

    Probe(Key key, Matches matches) {
        this.key = key;
        this.matches = matches;
    }

    /** What it is joined by. */
    public Key key() {
        return key;
    }

    /** Whether it was empty before. */
    boolean add(Reading reading) {
        if (count == readings.length) {
            readings = Arrays.copyOf(readings, 2 * count);
        }
        readings[count++] = reading;
        return count == 1;
    }

    void clear() {
        count = 0;
    }

    /** Whether any row holds; the one shelf of its key goes on from there when it fires. */
    boolean meets(Shelf shelf) {
        for (int i = 0; i < count; i++) {
            matches.visit(shelf.size());
            int row = shelf.next(0, readings[i]);
            if (row < shelf.size()) {
                firstReading = i;
                firstRow = row;
                return true;
            }
        }
        return false;
    }

    void met(Shelf shelf) {
        shelf.match(firstRow, readings[firstReading], matches);
        for (int i = firstReading + 1; i < count; i++) {
            shelf.match(0, readings[i], matches);
        }
    }
}
