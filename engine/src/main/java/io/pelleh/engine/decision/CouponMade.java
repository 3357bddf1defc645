package io.pelleh.engine.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code made for a promotion that hands one out.
 *
 * @param code as it is shown; empty where it is made with the commit, null where its batch gives none
 * @param until codes of the batch count no longer from then on
 */
public record CouponMade(
        String promotion, String batch, @Nullable String code, Instant until) {}
