package io.pelleh.api.coupon;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The codes of batches. */
public interface Codes {

    /**
     * One code.
     *
     * @param seq its place in its batch, from 1
     * @param code in its normal form
     * @param customer the only one who may use it, or null for anybody
     */
    record Code(
            long seq,
            String code,
            @Nullable String customer,
            @Nullable Instant blockedAt,
            long used,
            Issue issue) {}

    /**
     * How a code was handed out.
     *
     * @param by the promotion, or null where it was not
     * @param until where it ends before its batch does, or null
     * @param withdrawnAt since when it is gone with the order that brought it, or null
     */
    record Issue(
            @Nullable String by,
            @Nullable Instant until,
            @Nullable Instant withdrawnAt) {}

    /** A code with its batch, and what open checkouts hold of it. */
    record Found(Batch batch, Code code, List<Held> held) {}

    /** A use that an open checkout holds until then. */
    record Held(String checkout, Instant until) {}

    /** A code in its normal form. */
    Optional<Found> find(ProgramId program, String code);

    /** The codes of a batch behind a place, in the order in which they were made. */
    List<Code> of(Batch batch, long after, int limit);

    /** Takes a code out of use from an instant on, or with null takes it back in. */
    void block(ProgramId program, String code, @Nullable Instant at);
}
