package io.pelleh.engine.checkout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an event changes about an order.
 *
 * @param after the order as it stands afterwards
 * @param fresh the order was not on file; if it is by now, the commit clashes
 * @param paidAt set when the event says the order was paid
 * @param shippedAt set when the event says the order was shipped
 */
public record OrderChange(
        OrderOnFile after,
        boolean fresh,
        @Nullable Instant paidAt,
        @Nullable Instant shippedAt) {

    /** The order as this event leaves it, with nothing said about payment or shipping. */
    public static OrderChange of(OrderOnFile after, boolean fresh) {
        return new OrderChange(after, fresh, null, null);
    }

    public OrderChange paid(Instant at) {
        return new OrderChange(after, fresh, at, shippedAt);
    }

    public OrderChange shipped(Instant at) {
        return new OrderChange(after, fresh, paidAt, at);
    }

    /** The same change, once it is known which points the order brought. */
    public OrderChange awarded(OrderOnFile.Award award) {
        return new OrderChange(after.awarded(award), fresh, paidAt, shippedAt);
    }
}
