package io.pelleh.engine.flow;

/** Thrown when an event id was used before with other content: 409, the first answer stands. */
public final class EventConflict extends RuntimeException {

    public EventConflict(String message) {
        super(message);
    }
}
