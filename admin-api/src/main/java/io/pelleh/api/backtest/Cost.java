package io.pelleh.api.backtest;

/**
 * What one promotion gave, or all of them.
 *
 * @param granted decisions in which it won
 * @param customers known customers who got it
 * @param discount minor units off goods
 * @param shipping minor units off shipping
 * @param points points awarded; what returns take back is not deducted
 * @param offers offers and messages
 */
record Cost(long granted, long customers, long discount, long shipping, long points, long offers) {

    static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0);

    Cost plus(Cost more) {
        return new Cost(
                granted + more.granted,
                customers + more.customers,
                Math.addExact(discount, more.discount),
                Math.addExact(shipping, more.shipping),
                Math.addExact(points, more.points),
                offers + more.offers);
    }
}
