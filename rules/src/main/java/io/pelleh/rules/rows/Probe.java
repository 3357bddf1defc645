package io.pelleh.rules.rows;

import io.pelleh.rules.match.Matches;
import java.util.Arrays;

/** The fact that something in the scene shows the values of a key. Reused by its worker. */
public final class Probe {

    private final Key key;
    private final Matches matches;
    private Reading[] readings = new Reading[1];
    private int count;

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

    boolean meets(Row row) {
        for (int i = 0; i < count; i++) {
            if (row.holds(readings[i])) {
                return true;
            }
        }
        return false;
    }

    void met(Row row) {
        for (int i = 0; i < count; i++) {
            if (row.holds(readings[i])) {
                matches.add(row.rule(), readings[i].number());
            }
        }
    }
}
