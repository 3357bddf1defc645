package io.pelleh.rules.rows;

/**
 * The fact that one table row is in force: a key, and what else must hold as ranges and sets of longs.
 *
 * <p>A row whose key allows several values is several facts.
 */
public final class Row {

    private final Key key;
    private final int rule;
    private final Tests tests;

    Row(Key key, int rule, Tests tests) {
        this.key = key;
        this.rule = rule;
        this.tests = tests;
    }

    /** What it is joined by. */
    public Key key() {
        return key;
    }

    int rule() {
        return rule;
    }

    boolean holds(Reading reading) {
        return tests.hold(reading);
    }
}
