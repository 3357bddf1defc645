package io.pelleh.api.checkout;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.program.ProgramId;
import java.util.List;
import java.util.Optional;

/** Where open checkouts are kept. */
public interface OpenCheckoutRows {

    /** Writes each as open, unless it has gone further in the meantime. */
    void save(List<OpenCheckout> seen);

    /** The row of a checkout, while it is open. */
    Optional<OpenCheckout> find(ProgramId program, CheckoutId id);
}
