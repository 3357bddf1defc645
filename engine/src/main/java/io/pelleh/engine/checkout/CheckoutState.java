package io.pelleh.engine.checkout;

/** Where a checkout stands, and where it may go from there. */
public enum CheckoutState {
    OPEN,
    CLOSED,
    CANCELLED,
    PARTIALLY_RETURNED,
    RETURNED;

    /** Whether a checkout may go from here to {@code next}. */
    public boolean mayBecome(CheckoutState next) {
        return switch (this) {
            case OPEN -> next == OPEN || next == CLOSED || next == CANCELLED;
            case CLOSED, PARTIALLY_RETURNED -> next == CANCELLED || next == PARTIALLY_RETURNED || next == RETURNED;
            case CANCELLED, RETURNED -> false;
        };
    }

    /** Whether it was closed, whatever came back since. */
    public boolean sold() {
        return this == CLOSED || this == PARTIALLY_RETURNED || this == RETURNED;
    }
}
