package io.pelleh.engine.customer;

import org.jspecify.annotations.Nullable;

/** The fast copy of customers' states cannot be reached right now. */
public final class StatesUnavailable extends RuntimeException {

    public StatesUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
