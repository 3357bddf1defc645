package io.pelleh.engine.flow;

/** How often a commit is decided again before its sender is asked to come back; for one thread. */
final class Tries {

    /** Something else that decides about the same customer is at work. */
    private static final int MOST = 3;

    /** A code in great demand is taken again and again, and each time somebody else has got on. */
    private static final int FOR_A_CODE = 10;

    private int clashes;
    private int taken;

    boolean left() {
        return clashes < MOST && taken < FOR_A_CODE;
    }

    /** Whether what was read before has changed. */
    boolean again() {
        return clashes + taken > 0;
    }

    void clash() {
        clashes++;
    }

    void codeTaken() {
        taken++;
    }
}
