package io.pelleh.engine.checkout;

/**
 * What a basket comes to, minor units.
 *
 * @param tax what comes on top of the prices
 */
public record Priced(long goods, long shipping, long discount, long shippingDiscount, long tax) {

    public static final Priced NOTHING = new Priced(0, 0, 0, 0, 0);

    public long toPay() {
        return Math.addExact(goods + shipping - discount - shippingDiscount, tax);
    }
}
