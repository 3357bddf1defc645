package io.pelleh.api.demo;

import io.pelleh.api.demo.Chance.Range;

/**
 * A way of being a customer. Together they stand on every rung of the ladder, in every segment and every tier of the
 * starter pack.
 */
@SuppressWarnings("ImmutableEnumChecker") // a Range is two numbers
enum Habit {
    PASSER_BY(20, new Range(0, 0), new Range(2, 500), Warmth.COLD),
    CURIOUS(26, new Range(0, 0), new Range(1, 200), Warmth.COLD),
    NEWCOMER(22, new Range(1, 1), new Range(0, 25), Warmth.COOL),
    ONCE_IN_SPRING(14, new Range(1, 1), new Range(35, 80), Warmth.COOL),
    ONCE_LONG_AGO(22, new Range(1, 1), new Range(95, 260), Warmth.COOL),
    ONCE_UPON_A_TIME(12, new Range(1, 2), new Range(545, 555), Warmth.COLD),
    RETURNING(28, new Range(2, 3), new Range(2, 40), Warmth.COOL),
    SLOWING(20, new Range(3, 5), new Range(50, 80), Warmth.COOL),
    REGULAR(34, new Range(5, 9), new Range(1, 40), Warmth.WARM),
    DEVOTED(22, new Range(10, 16), new Range(0, 28), Warmth.WARM),
    CHAMPION(16, new Range(18, 28), new Range(0, 6), Warmth.WARM),
    ADVOCATE(14, new Range(10, 20), new Range(1, 24), Warmth.GLOWING),
    FADING(18, new Range(3, 9), new Range(95, 140), Warmth.WARM),
    MISSED(10, new Range(14, 20), new Range(155, 250), Warmth.WARM),
    ASLEEP(20, new Range(2, 5), new Range(280, 440), Warmth.COOL),
    GONE(8, new Range(3, 8), new Range(460, 535), Warmth.COOL);

    /** How much a customer has to do with the shop beside buying. */
    enum Warmth {
        COLD,
        COOL,
        WARM,
        GLOWING
    }

    private final int share;
    private final Range orders;
    private final Range lastDaysAgo;
    private final Warmth warmth;

    Habit(int share, Range orders, Range lastDaysAgo, Warmth warmth) {
        this.share = share;
        this.orders = orders;
        this.lastDaysAgo = lastDaysAgo;
        this.warmth = warmth;
    }

    /** Customers who live by it. */
    int share() {
        return share;
    }

    Range orders() {
        return orders;
    }

    Range lastDaysAgo() {
        return lastDaysAgo;
    }

    boolean atLeast(Warmth other) {
        return warmth.compareTo(other) >= 0;
    }
}
