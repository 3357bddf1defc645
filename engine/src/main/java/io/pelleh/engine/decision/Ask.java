package io.pelleh.engine.decision;

import io.pelleh.engine.customer.Rung;
import java.time.Instant;
import java.util.List;

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

    /** What money is taken off. */
    enum Off {
        /** The goods of the whole basket, spread over its lines. */
        BASKET,
        /** The lines that match together, rounded once and spread over them. */
        ITEMS,
        /** Each line that matches, by itself. */
        ITEM,
        /** Each piece of the lines that match. */
        PIECE,
        /** The shipping charge. */
        SHIPPING;

        /** Whether it means nothing without lines that match. */
        public boolean ofLines() {
            return this == ITEMS || this == ITEM || this == PIECE;
        }
    }

    /** Basis points (1/100 of a percent) off; of a {@link Off#PIECE} the new price is rounded, not the discount. */
    record PercentOff(Off off, int basisPoints) implements Ask {

        public PercentOff {
            if (basisPoints <= 0 || basisPoints > 10_000) {
                throw new IllegalArgumentException("a discount is more than 0 and at most 100 percent: " + basisPoints);
            }
        }
    }

    /** Minor units off; never more than there is. */
    record AmountOff(Off off, long amount) implements Ask {

        public AmountOff {
            if (amount <= 0) {
                throw new IllegalArgumentException("a discount is more than 0: " + amount);
            }
        }
    }

    /** Each piece of the lines that match costs so much, where it costs more. */
    record PriceEach(long price) implements Ask {}

    /** Any {@code pieces} of the lines that match cost {@code price} together: as often as they are there, dearest first. */
    record PriceForPieces(long pieces, long price) implements Ask {}

    /** Of every {@code every} pieces that match, {@code pieces} are reduced: the cheapest, or the dearest. */
    record SomeOff(boolean dearest, long every, long pieces, int basisPoints) implements Ask {

        public SomeOff {
            if (pieces <= 0 || pieces > every) {
                throw new IllegalArgumentException("of " + every + " pieces not " + pieces + " can be reduced");
            }
        }
    }

    /**
     * For every {@code buy} pieces that match, {@code get} pieces of something else are reduced, dearest first; only where
     * all of them are there.
     *
     * @param target a product, or {@code category:name}
     * @param times how often at most in one basket
     */
    record BuyGet(long buy, String target, long get, Less less, long times) implements Ask {

        /** What each of them costs less: basis points or minor units, the other 0. */
        public record Less(int basisPoints, long amount) {}
    }

    /**
     * One of each product costs {@code price} together, as often as all of them are there.
     *
     * @param skus a product that is needed twice stands twice
     */
    record Bundle(List<String> skus, long price) implements Ask {

        public Bundle {
            skus = List.copyOf(skus);
        }
    }

    /** No shipping charge. */
    record FreeShipping() implements Ask {}

    /** Pieces of a product that the shop adds to the order for nothing. */
    record Gift(String sku, long quantity) implements Ask {}

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

    /** Whether it takes something off the goods or the shipping of a basket. */
    default boolean money() {
        return switch (this) {
            case PercentOff a -> true;
            case AmountOff a -> true;
            case PriceEach a -> true;
            case PriceForPieces a -> true;
            case SomeOff a -> true;
            case BuyGet a -> true;
            case Bundle a -> true;
            case FreeShipping a -> true;
            default -> false;
        };
    }

    /** Whether it is about the lines that match, so that it means nothing without a condition on them. */
    default boolean ofLines() {
        return switch (this) {
            case PercentOff a -> a.off().ofLines();
            case AmountOff a -> a.off().ofLines();
            case PriceEach a -> true;
            case PriceForPieces a -> true;
            case SomeOff a -> true;
            case BuyGet a -> true;
            default -> false;
        };
    }

    /** A code of a batch for this customer alone, that counts for some days. */
    record IssueCoupon(String batch, int days) implements Ask {}

    /** A message by template, for example a welcome. */
    record Message(String template) implements Ask {}
}
