package io.pelleh.engine.lifecycle;

import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.program.Program;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What folding an event into a customer's past needs to know.
 *
 * @param before the state the event meets
 * @param order the order the event speaks of, as it was on file, or null
 * @param discount minor units that this very decision takes off the goods
 * @param back what a return or a cancellation gives back of a checkout, or null
 * @param watched products whose last purchase is remembered
 * @param declared what of the things told about a customer is remembered
 */
public record Past(
        Program program,
        CustomerState before,
        Event event,
        @Nullable OrderOnFile order,
        long discount,
        @Nullable Refund back,
        Set<String> watched,
        Declared declared) {

    long day() {
        return program.dayOf(event.occurredAt()).toEpochDay();
    }
}
