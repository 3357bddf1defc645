package io.pelleh.engine.checkout;

import io.pelleh.engine.customer.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as the journal knows it, whichever door reported it.
 *
 * @param counted whether it already is a purchase in its customer's history
 */
public record OrderOnFile(
        String orderId,
        @Nullable CustomerId customer,
        Instant placedAt,
        boolean counted,
        boolean cancelled,
        Money money,
        Award award) {

    /**
     * What was bought and came back, minor units and pieces.
     *
     * @param spent goods after discounts without shipping
     */
    public record Money(long spent, long units, long returned, long returnedUnits) {}

    /**
     * What was given for it.
     *
     * @param lot lot the points went to, or empty
     */
    public record Award(String lot, long points) {

        public static final Award NONE = new Award("", 0);
    }
}
