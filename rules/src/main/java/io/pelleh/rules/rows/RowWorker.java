package io.pelleh.rules.rows;

import io.pelleh.rules.match.Scene;

/** Runs the rows of a stage for one scene at a time. */
public sealed interface RowWorker permits RowScan, RowSession {

    /** Finds the rows that hold. */
    void run(Scene scene);

    /** Whether nothing of the last scene is left, so that it may go on working. */
    boolean clean();

    /** Ends it. */
    void close();
}
