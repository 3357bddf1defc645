package io.pelleh.engine.decision;

import io.pelleh.engine.customer.Rung;
import java.time.Instant;

/** What a rule asks for by {@code effects.<verb>(…)}: the closed set. Asking is not getting. */
public sealed interface Ask {

    /** A score of 1-5 in one of the four dimensions. */
    record Score(Dimension dimension, int score) implements Ask {}

    /** The LFRM dimensions. */
    enum Dimension {
        LOYALTY,
        FREQUENCY,
        RECENCY,
        MONETARY
    }

    /** Membership of a segment. */
    record Segment(String name) implements Ask {}

    /** A rung; the highest asked for is taken. */
    record Place(Rung rung) implements Ask {}

    /** A tier by name; the highest of the rule set's order is taken. */
    record Tier(String name) implements Ask {}

    /** Basis points (1/100 of a percent) off the basket, or off the matched line. */
    record PercentOff(boolean line, int basisPoints) implements Ask {

        public PercentOff {
            if (basisPoints <= 0 || basisPoints > 10_000) {
                throw new IllegalArgumentException("a discount is more than 0 and at most 100 percent: " + basisPoints);
            }
        }
    }

    /** Minor units off the basket, or off the matched line; never more than there is. */
    record AmountOff(boolean line, long amount) implements Ask {

        public AmountOff {
            if (amount <= 0) {
                throw new IllegalArgumentException("a discount is more than 0: " + amount);
            }
        }
    }

    /** No shipping charge. */
    record FreeShipping() implements Ask {}

    /** A fixed number of points. */
    record Points(long points) implements Ask {}

    /** {@code points} for every full {@code per} minor units of the basket after discounts. */
    record PointsPer(long per, long points) implements Ask {}

    /** Buy more of {@code sku} at a lower unit price. */
    record Upsell(String sku, long quantity, long unitPrice) implements Ask {}

    /** Another product, {@code sku}, with a discount until a date. */
    record CrossSell(String sku, int basisPoints, Instant until) implements Ask {}

    /** A discount on the next purchase, to bring a customer back, for some days. */
    record WinBack(int basisPoints, int days) implements Ask {}

    /** A message by template, for example a welcome. */
    record Message(String template) implements Ask {}
}
