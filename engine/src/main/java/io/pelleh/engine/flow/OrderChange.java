package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.OrderOnFile;
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
public record OrderChange(OrderOnFile after, boolean fresh, @Nullable Instant paidAt, @Nullable Instant shippedAt) {}
