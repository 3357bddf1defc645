package io.pelleh.engine.flow;

/** Thrown when MySQL cannot be reached: nothing was written, or nobody can tell; the sender repeats the same event. */
public final class JournalUnavailable extends RuntimeException {

    public JournalUnavailable(String message) {
        super(message);
    }

    public JournalUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
