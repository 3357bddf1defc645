package io.pelleh.engine.decision;

/** A rule threw or reached a limit; nothing was decided. */
public final class EvaluationFailed extends RuntimeException {

    public EvaluationFailed(String message, Throwable cause) {
        super(message, cause);
    }

    public EvaluationFailed(String message) {
        super(message);
    }
}
