package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutOnFile;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.program.ProgramId;
import org.jspecify.annotations.Nullable;

/**
 * What is on file of all that an event speaks of; null where there is nothing, and where nothing was asked.
 *
 * @param customer as last committed
 */
public record Filed(
        Asked asked,
        @Nullable OrderOnFile order,
        @Nullable CheckoutOnFile checkout,
        @Nullable CustomerState customer) {

    /** What is looked for, each of it only where it is named. */
    public record Asked(
            ProgramId program,
            @Nullable String order,
            @Nullable CheckoutId checkout,
            @Nullable CustomerId customer) {

        /** Whether nothing is looked for. */
        public boolean nothing() {
            return order == null && checkout == null && customer == null;
        }
    }

    /** Whether it says how a customer stands. */
    boolean tells(CustomerId who) {
        return who.equals(asked.customer());
    }
}
