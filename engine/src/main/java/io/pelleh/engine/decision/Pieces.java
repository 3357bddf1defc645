package io.pelleh.engine.decision;

/**
 * Some pieces of one line.
 *
 * @param worth what they cost together, minor units
 */
record Pieces(int line, long count, long worth) {

    long each() {
        return worth / count;
    }
}
