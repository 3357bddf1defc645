package io.pelleh.rules.rows;

/** What rows that ask for the same values share; equal to itself only. */
public final class Key {

    private final int number;

    Key(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    @Override
    public String toString() {
        return "key " + number;
    }
}
