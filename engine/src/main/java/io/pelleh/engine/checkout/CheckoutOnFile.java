package io.pelleh.engine.checkout;

import io.pelleh.engine.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A checkout as last written.
 *
 * @param back what came back of it so far, or null for nothing
 * @param promise what its shopper was last shown, or null for nothing
 * @param holds it may hold uses of coupons
 */
public record CheckoutOnFile(
        CheckoutId id,
        CheckoutState state,
        @Nullable CustomerId customer,
        @Nullable String orderId,
        long revision,
        @Nullable GivenBack back,
        @Nullable Promise promise,
        boolean holds) {}
