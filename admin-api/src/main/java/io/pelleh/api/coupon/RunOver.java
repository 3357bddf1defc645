package io.pelleh.api.coupon;

/** The making of a batch was stopped, or another node is at it by now. */
public final class RunOver extends RuntimeException {

    public RunOver() {
        super("the batch was stopped or taken over", null, false, false);
    }
}
