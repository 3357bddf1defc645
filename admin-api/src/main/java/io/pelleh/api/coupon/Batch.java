package io.pelleh.api.coupon;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A batch of codes.
 *
 * @param id 0 while it is not kept yet
 * @param name by which promotions ask for it, unique in the program
 */
public record Batch(ProgramId program, long id, String name, Making making, Use use, Progress progress) {

    /** Codes of one batch. */
    public static final int MAX_CODES = 1_000_000;

    /** Customers of one batch of personal codes. */
    public static final int MAX_CUSTOMERS = 10_000;

    /**
     * How its codes are made.
     *
     * @param pattern of the codes; of a given code, that code
     * @param count how many; 0 where rules hand them out
     * @param personal each code is one customer's
     * @param digest of the request, to tell a repeat from another batch of the same name
     */
    public record Making(String pattern, boolean given, boolean personal, int count, String digest, String startedBy) {

        /** Whether rules hand its codes out, one by one. */
        boolean issued() {
            return count == 0;
        }

        CodePattern codes() {
            return new CodePattern(pattern, given);
        }
    }

    /**
     * How its codes may be used.
     *
     * @param maxUses of each code, or null for as many as asked
     * @param from null for at once
     * @param until null for ever
     * @param holdMinutes how long an open checkout keeps a use; 0 for not at all
     * @param blockedAt since when none of its codes counts, or null
     */
    public record Use(
            @Nullable Long maxUses,
            @Nullable Instant from,
            @Nullable Instant until,
            int holdMinutes,
            @Nullable Instant blockedAt) {}

    /** Where the making stands. Stopped and failed ones can be resumed. */
    public enum State {
        GENERATING,
        DONE,
        STOPPED,
        FAILED
    }

    /**
     * How far the making has come.
     *
     * @param done codes there are; they can be used while others are being made
     * @param rate codes per second
     * @param problem why it failed, or null
     */
    public record Progress(
            State state,
            int done,
            double rate,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String problem) {}

    /** Seconds until all codes are made; -1 when that cannot be told. */
    long etaSeconds() {
        if (progress.state() == State.DONE) {
            return 0;
        }
        return progress.state() != State.GENERATING || progress.rate() <= 0
                ? -1
                : Math.round((making.count() - progress.done()) / progress.rate());
    }
}
