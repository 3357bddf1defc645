package io.pelleh.engine.customer;

/** A place on the loyalty ladder, lowest first. */
public enum Rung {
    SUSPECT(0),
    PROSPECT(1),
    CUSTOMER(2),
    REPEAT(3),
    LOYAL(4),
    ADVOCATE(5);

    private final int step;

    Rung(int step) {
        this.step = step;
    }

    /** Steps above the ground, 0-5; stored, so it never changes. */
    public int step() {
        return step;
    }

    /** The rung with this many steps. */
    public static Rung at(int step) {
        for (Rung rung : values()) {
            if (rung.step == step) {
                return rung;
            }
        }
        throw new IllegalArgumentException("no rung has " + step + " steps");
    }
}
