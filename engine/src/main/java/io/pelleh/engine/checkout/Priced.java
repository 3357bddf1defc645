package io.pelleh.engine.checkout;

/** What a basket comes to, minor units. */
public record Priced(long goods, long shipping, long discount, long shippingDiscount) {

    public long toPay() {
        return goods + shipping - discount - shippingDiscount;
    }
}
