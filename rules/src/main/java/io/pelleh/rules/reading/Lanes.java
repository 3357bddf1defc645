package io.pelleh.rules.reading;

import java.util.List;

/** The lanes of promotions unless {@code promotions/lanes.csv} names others. */
final class Lanes {

    static final String PRICE = "price";
    static final String SHIPPING = "shipping";
    static final String UPSELL = "upsell";
    static final String CROSS_SELL = "cross-sell";
    static final String WIN_BACK = "win-back";
    static final String POINTS = "points";
    static final String COUPON = "coupon";
    static final String MESSAGE = "message";

    /** In the order in which they stack. */
    static final List<String> DEFAULT = List.of(PRICE, SHIPPING, UPSELL, CROSS_SELL, WIN_BACK, POINTS, COUPON, MESSAGE);

    private Lanes() {}
}
