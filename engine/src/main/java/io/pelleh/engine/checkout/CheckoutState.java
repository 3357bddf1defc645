package io.pelleh.engine.checkout;

/** Where a checkout stands, and where it may go from there. */
public enum CheckoutState {
    OPEN,
    CLOSED,
    CANCELLED,
    PARTIALLY_RETURNED,
    RETURNED;

    /** Whether a PUT may move a checkout from here to {@code next}; returns have a call of their own. */
    public boolean mayBecome(CheckoutState next) {
        return switch (this) {
            case OPEN -> next == OPEN || next == CLOSED || next == CANCELLED;
            case CLOSED, CANCELLED, PARTIALLY_RETURNED, RETURNED -> false;
        };
    }
}
