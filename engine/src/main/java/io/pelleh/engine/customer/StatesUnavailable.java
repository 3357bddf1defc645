package io.pelleh.engine.customer;

/** The fast copy of customers' states cannot be reached right now. */
public final class StatesUnavailable extends RuntimeException {

    public StatesUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
