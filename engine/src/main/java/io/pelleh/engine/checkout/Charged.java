package io.pelleh.engine.checkout;

/** What a shop that decided by itself took off goods and shipping, minor units. */
public record Charged(long discount, long shippingDiscount) {

    public Charged {
        if (discount < 0 || shippingDiscount < 0) {
            throw new IllegalArgumentException("a discount is not negative");
        }
    }
}
