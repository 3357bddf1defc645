package io.pelleh.engine.flow;

/** MySQL does not take what a commit would write, and will not at another try; nothing was written. */
public final class JournalRefused extends RuntimeException {

    public JournalRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
