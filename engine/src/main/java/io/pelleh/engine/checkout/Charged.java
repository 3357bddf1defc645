package io.pelleh.engine.checkout;

/** What a shop that decided by itself took off goods and shipping, minor units. */
public record Charged(long discount, long shippingDiscount) {

    public Charged {
        if (discount < 0 || shippingDiscount < 0) {
            throw new IllegalArgumentException("a discount is not negative");
        }
    }

    /** What each line got of it: its share by amount, minor units. */
    public long[] lines(Goods goods) {
        return Allocation.largestRemainder(
                discount, goods.lines().stream().mapToLong(Line::amount).toArray());
    }

    /** The goods after what was taken off. */
    public Goods left(Goods goods) {
        return goods.less(lines(goods), shippingDiscount);
    }

    /** What was charged in all, taxes on top included; minor units. */
    public long toPay(Goods goods) {
        Goods left = left(goods);
        Taxes taxes = goods.taxes();
        long tax = taxes == null ? 0 : taxes.on(left).onTop();
        return Math.addExact(Math.addExact(left.total(), left.shipping()), tax);
    }
}
