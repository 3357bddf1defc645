package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Priced;
import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.customer.Rung;
import io.pelleh.engine.customer.Scores;
import java.time.Instant;
import java.util.List;

/** What a decision grants or finds: the closed set. */
public sealed interface Effect {

    /**
     * Money off goods.
     *
     * @param amount minor units, the sum of {@code lines}
     * @param lines minor units off each line of the basket, in order
     */
    record Discount(long amount, List<Long> lines) implements Effect {
        public Discount {
            lines = List.copyOf(lines);
            if (lines.stream().mapToLong(Long::longValue).sum() != amount) {
                throw new IllegalArgumentException("the parts of a discount must sum to " + amount);
            }
        }
    }

    /** Money off shipping, minor units. */
    record ShippingDiscount(long amount) implements Effect {}

    /** Pieces of a product that go into the order for nothing. */
    record Gift(String sku, long quantity) implements Effect {}

    /** Points earned. */
    record PointsAwarded(String lot, long points, Instant activeAt, Instant expiresAt) implements Effect {}

    /** More of {@code sku} for a lower unit price, minor units. */
    record UpsellOffer(String sku, long quantity, long unitPrice, Instant until) implements Effect {}

    /** Another product with basis points off. */
    record CrossSellOffer(String sku, int basisPoints, Instant until) implements Effect {}

    /** Basis points off the next purchase. */
    record WinBackOffer(int basisPoints, Instant until) implements Effect {}

    /** A message to be sent. */
    record MessageQueued(String template) implements Effect {}

    /**
     * A code for the customer alone.
     *
     * @param code as it is shown, or empty where the commit is yet to make it
     * @param until it counts no longer from then on
     * @param opens promotions in force that ask for a code of its batch
     */
    record CouponIssued(String batch, String code, Instant until, List<String> opens) implements Effect {
        public CouponIssued {
            opens = List.copyOf(opens);
        }
    }

    /**
     * A code that a checkout had brought and nobody has used is taken back with it.
     *
     * @param code as it is shown
     * @param uses all that there were
     */
    record CouponWithdrawn(String batch, String code, long uses) implements Effect {}

    /**
     * A use of a code was counted, though no promotion of a release redeemed it: the shop had to decide by itself.
     *
     * @param code as it was given
     */
    record CouponRedeemed(String batch, String code) implements Effect {}

    /** Goods of a checkout came back, or all of it was cancelled after the close. */
    record Refunded(Refund refund) implements Effect {}

    /** A close came to something else than expected. */
    record PriceDiffers(Against against, Priced expected, Priced actual) implements Effect {}

    /** What a price is held against. */
    enum Against {
        /** What a quote promised, and could not be kept. */
        PROMISE,
        /** What would have been decided, where the shop decided by itself. */
        DECISION
    }

    /** On which side of a campaign the customer is that does not give the same to everybody. */
    record ArmAssigned(String campaign, String arm) implements Effect {}

    /** The customer moved on the ladder. */
    record RungChanged(Rung from, Rung to) implements Effect {}

    /** The customer moved between tiers; empty for none. */
    record TierChanged(String from, String to) implements Effect {}

    /** The customer's segments changed. */
    record SegmentsChanged(List<String> left, List<String> entered) implements Effect {
        public SegmentsChanged {
            left = List.copyOf(left);
            entered = List.copyOf(entered);
        }
    }

    /** The customer's scores changed. */
    record ScoresChanged(Scores from, Scores to) implements Effect {}
}
