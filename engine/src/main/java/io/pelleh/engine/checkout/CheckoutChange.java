package io.pelleh.engine.checkout;

import org.jspecify.annotations.Nullable;

/**
 * A checkout's move to another state.
 *
 * @param revision revision it is written as; the one on file must be the one before, 0 for none
 * @param orderId order it became, or null
 * @param back what came back of it so far, or null for nothing
 * @param holds it may hold uses of coupons, which are free by this move
 */
public record CheckoutChange(
        CheckoutId id,
        CheckoutState to,
        long revision,
        @Nullable String orderId,
        @Nullable GivenBack back,
        boolean holds) {}
