package io.pelleh.api.coupon;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The codes that are one customer's own. */
@FunctionalInterface
public interface OwnCodes {

    /**
     * A code that only one customer may use.
     *
     * @param code as it is shown
     * @param from it counts from then, or null for at once
     * @param until it counts no longer, or null for ever
     * @param usesLeft null for as many as asked
     * @param issuedBy the promotion that handed it out, or null where it was made with its batch
     */
    record Own(
            String code,
            String batch,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long usesLeft,
            @Nullable String issuedBy) {}

    /**
     * Those that may be used now or later, the soonest to end first, also of those who turned out to be this customer. It
     * looks at no more than 1,000 codes that have not run out.
     *
     * @param limit at most so many
     */
    List<Own> of(ProgramId program, CustomerId customer, Instant now, int limit);
}
