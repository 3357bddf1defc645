package io.pelleh.engine.checkout;

import java.util.List;

/** Thrown when a checkout cannot take back what is said to come back; nothing was decided. */
public final class ReturnRefused extends RuntimeException {

    private final transient List<Fault> faults;

    /** Why something cannot come back. */
    public enum Reason {
        /** The checkout has no such line. */
        UNKNOWN_LINE,
        /** The checkout has no line of this product. */
        UNKNOWN_SKU,
        /** So many pieces are no longer there. */
        MORE_THAN_LEFT,
        /** The charge for shipping was given back before. */
        SHIPPING_GIVEN_BACK,
        /** A checkout takes only so many returns. */
        TOO_MANY_RETURNS
    }

    /**
     * One thing that cannot come back.
     *
     * @param pieces place among the pieces that are said to come back, from 0; -1 for none of them
     */
    public record Fault(int pieces, Reason reason, String detail) {}

    public ReturnRefused(List<Fault> faults) {
        super(faults.getFirst().detail());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
