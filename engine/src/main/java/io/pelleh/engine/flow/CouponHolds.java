package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;

/**
 * All that one open checkout is to hold.
 *
 * @param now holds that end by then count no longer
 * @param codes none to free what it held
 */
public record CouponHolds(ProgramId program, CheckoutId checkout, Instant now, List<Hold> codes) {

    /**
     * One use of a code, kept for a while.
     *
     * @param code in its normal form
     * @param most uses that there may be, with those that are kept
     */
    public record Hold(String code, long most, Instant until) {}

    public CouponHolds {
        codes = List.copyOf(codes);
    }
}
