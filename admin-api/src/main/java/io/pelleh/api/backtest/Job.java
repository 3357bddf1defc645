package io.pelleh.api.backtest;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One backtest and how far it has come.
 *
 * @param result JSON, once it is done
 */
record Job(
        ProgramId program,
        String id,
        State state,
        Request request,
        Pace pace,
        Times times,
        @Nullable String problem,
        @Nullable String result) {

    /** Where it stands. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED;

        boolean over() {
            return this != WAITING && this != RUNNING;
        }
    }

    /** Who asked and when, and when it was over. */
    record Times(
            String startedBy, Instant createdAt, @Nullable Instant finishedAt) {}

    /**
     * How far it is.
     *
     * @param customers in all
     * @param done in this pass
     * @param rate customers per second
     * @param tries runs that were begun
     * @param rows read of files so far
     */
    record Pace(long customers, long done, int pass, double rate, int tries, long rows) {

        /** Seconds until this pass is over; -1 when that cannot be told. */
        long etaSeconds() {
            return rate <= 0 ? -1 : Math.round(Math.max(0, customers - done) / rate);
        }
    }
}
