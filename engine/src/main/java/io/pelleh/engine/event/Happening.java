package io.pelleh.engine.event;

import io.pelleh.engine.checkout.Charged;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Promise;
import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened: the closed set of things an event can say. */
public sealed interface Happening {

    /** The order it speaks of, or null. */
    default @Nullable String order() {
        return switch (this) {
            case OrderPlaced placed -> placed.orderId();
            case OrderPaid paid -> paid.orderId();
            case OrderShipped shipped -> shipped.orderId();
            case OrderReturned returned -> returned.orderId();
            case OrderCancelled cancelled -> cancelled.orderId();
            case CheckoutClosed closed -> closed.orderId();
            case CheckoutReturned returned -> returned.orderId();
            case CheckoutCancelled cancelled -> cancelled.orderId();
            default -> null;
        };
    }

    /** The checkout it moves, or null. */
    default @Nullable CheckoutId checkout() {
        return null;
    }

    /**
     * A contact told who they are.
     *
     * @param told what was told under names that the rules in force declare, which is not personal; null for nothing
     */
    record ContactIdentified(@Nullable PersonalData person, Map<String, String> told) implements Happening {

        // An older journal lacks it.
        public ContactIdentified(@Nullable PersonalData person, @Nullable Map<String, String> told) {
            this.person = person;
            this.told = told == null ? Map.of() : Map.copyOf(told);
        }

        public ContactIdentified(@Nullable PersonalData person) {
            this(person, Map.of());
        }
    }

    /** A contact showed interest. */
    record ContactInteracted(
            boolean direct, @Nullable String sku, @Nullable String channel) implements Happening {}

    /** A customer joined the club. */
    record Enrolled() implements Happening {}

    /** A customer asked what products would cost. */
    record QuoteRequested(List<String> skus) implements Happening {
        public QuoteRequested {
            skus = List.copyOf(skus);
        }
    }

    /** A basket changed, as told by a shop that does not quote through checkouts. */
    record CartUpdated(Goods goods) implements Happening {}

    /** An order was placed. */
    record OrderPlaced(String orderId, Goods goods) implements Happening {}

    /** An order was paid; {@code goods} is needed where an order counts when it is paid and was not placed before. */
    record OrderPaid(String orderId, @Nullable Goods goods) implements Happening {}

    /** An order left the shop. */
    record OrderShipped(String orderId) implements Happening {}

    /** Goods came back; without an order it lowers metrics only. */
    record OrderReturned(String returnId, @Nullable String orderId, Goods goods) implements Happening {}

    /** An order was cancelled as a whole. */
    record OrderCancelled(String orderId) implements Happening {}

    /** A customer reviewed a product, 1-5 stars. */
    record ReviewSubmitted(@Nullable String sku, int stars) implements Happening {}

    /** A customer said how likely they are to recommend the shop, 0-10. */
    record SurveyAnswered(int nps) implements Happening {}

    /** A customer liked, shared or commented on a social network. */
    record SocialEngaged(String network, String action) implements Happening {}

    /** A customer recommended the shop to somebody. */
    record ReferralMade(@Nullable String code) implements Happening {}

    /** Somebody recommended by this customer bought. */
    record ReferralConverted(@Nullable String friendId) implements Happening {}

    /** A customer left the club or its mailings. */
    record SubscriptionCancelled(@Nullable String reason) implements Happening {}

    /** A customer allowed a purpose on a channel. */
    record ConsentGiven(String purpose, String channel) implements Happening {}

    /** A customer took a consent back. */
    record ConsentWithdrawn(String purpose, String channel) implements Happening {}

    /** Something the shop defined; {@code data} is JSON that its registered schema accepts. */
    record ShopDefined(String data) implements Happening {}

    /**
     * A checkout was closed.
     *
     * @param orderId the order it became
     * @param referralCode whose recommendation the shopper named
     * @param promise what the shopper was last shown for these goods, or null for nothing
     * @param charged what the shop took off, where it decided by itself; null where Pelleh decides
     */
    record CheckoutClosed(
            CheckoutId checkout,
            String orderId,
            @Nullable String referralCode,
            Goods goods,
            @Nullable Promise promise,
            @Nullable Charged charged)
            implements Happening {

        /** A close of a basket of which nothing was shown before. */
        public CheckoutClosed(CheckoutId checkout, String orderId, @Nullable String referralCode, Goods goods) {
            this(checkout, orderId, referralCode, goods, null, null);
        }

        /** The same close, once it is known what was promised. */
        public CheckoutClosed promising(@Nullable Promise known) {
            return new CheckoutClosed(checkout, orderId, referralCode, goods, known, charged);
        }
    }

    /** A checkout was cancelled; {@code orderId} is the order it had become, or null before it closed. */
    record CheckoutCancelled(CheckoutId checkout, @Nullable String orderId) implements Happening {}

    /** Pieces of a closed checkout came back; {@code orderId} is the order it had become. */
    record CheckoutReturned(CheckoutId checkout, @Nullable String orderId, Returning returning) implements Happening {}

    /** An instant was reached at which something may change. */
    record TimePassed(Instant due) implements Happening {}

    /** This customer turned out to be {@code survivor}. */
    record Merged(CustomerId survivor) implements Happening {}

    /** {@code loser} turned out to be this customer, and brings its history and points. */
    record Absorbed(CustomerState loser) implements Happening {}
}
