package io.pelleh.engine.flow;

/** Thrown when an equal event, or another of this customer, is being decided right now: 409, try again. */
public final class StillDeciding extends RuntimeException {

    public StillDeciding(String message) {
        super(message);
    }
}
