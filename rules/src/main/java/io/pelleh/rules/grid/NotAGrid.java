package io.pelleh.rules.grid;

/** A sheet is a decision table, perhaps, but says things that no grid can show. */
public final class NotAGrid extends RuntimeException {

    NotAGrid(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
