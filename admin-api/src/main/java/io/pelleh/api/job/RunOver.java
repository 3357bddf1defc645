package io.pelleh.api.job;

/** A run was stopped, or another node is at it by now. */
public final class RunOver extends RuntimeException {

    public RunOver() {
        super("it was stopped or taken over", null, false, false);
    }
}
