package io.pelleh.api.imports.csv;

import io.pelleh.engine.checkout.Line;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one row of a file says. */
public sealed interface Row {

    /** The shop's id of the customer, empty for a guest. */
    String customer();

    Instant at();

    /**
     * A line of an order or of a return.
     *
     * @param orderId the order, or the return; empty when no column tells
     */
    record Sale(
            String customer,
            String orderId,
            Instant at,
            boolean returned,
            @Nullable String returnOf,
            Line line) implements Row {}

    /**
     * A customer.
     *
     * @param told what is known of the person, as the JSON of {@code names} and {@code person} in an event
     */
    record Contact(String customer, Instant at, String told) implements Row {}
}
