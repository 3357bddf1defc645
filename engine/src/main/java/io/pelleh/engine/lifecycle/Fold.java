package io.pelleh.engine.lifecycle;

import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Engagement;
import io.pelleh.engine.customer.Engagement.Kind;
import io.pelleh.engine.customer.History;
import io.pelleh.engine.event.Happening.Absorbed;
import io.pelleh.engine.event.Happening.CartUpdated;
import io.pelleh.engine.event.Happening.CheckoutCancelled;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.event.Happening.CheckoutReturned;
import io.pelleh.engine.event.Happening.ConsentGiven;
import io.pelleh.engine.event.Happening.ConsentWithdrawn;
import io.pelleh.engine.event.Happening.ContactIdentified;
import io.pelleh.engine.event.Happening.ContactInteracted;
import io.pelleh.engine.event.Happening.Enrolled;
import io.pelleh.engine.event.Happening.Merged;
import io.pelleh.engine.event.Happening.OrderCancelled;
import io.pelleh.engine.event.Happening.OrderPaid;
import io.pelleh.engine.event.Happening.OrderPlaced;
import io.pelleh.engine.event.Happening.OrderReturned;
import io.pelleh.engine.event.Happening.OrderShipped;
import io.pelleh.engine.event.Happening.QuoteRequested;
import io.pelleh.engine.event.Happening.ReferralConverted;
import io.pelleh.engine.event.Happening.ReferralMade;
import io.pelleh.engine.event.Happening.ReviewSubmitted;
import io.pelleh.engine.event.Happening.ShopDefined;
import io.pelleh.engine.event.Happening.SocialEngaged;
import io.pelleh.engine.event.Happening.SubscriptionCancelled;
import io.pelleh.engine.event.Happening.SurveyAnswered;
import io.pelleh.engine.event.Happening.TimePassed;
import java.time.Instant;

/** Folds events into a customer's past: the same events in the same order give the same state, with no rule asked. */
public final class Fold {

    private Fold() {}

    /** The state once the event has happened, and what that does to the ledger and to its order. */
    public static Folded apply(Past past) {
        CustomerState state = contacted(past);
        Instant at = past.event().occurredAt();
        return switch (past.event().happening()) {
            case OrderPlaced placed -> Orders.placed(past, state, placed.orderId(), placed.goods());
            case CheckoutClosed closed -> Orders.placed(past, state, closed.orderId(), closed.goods());
            case OrderPaid paid -> Orders.paid(past, state, paid);
            case OrderShipped shipped -> Orders.shipped(past, state, shipped.orderId());
            case OrderReturned returned -> Orders.returned(past, state, returned);
            case OrderCancelled cancelled -> Orders.cancelled(past, state, cancelled.orderId());
            case TimePassed passed -> Folded.booked(state, state.wallet().expire(passed.due()));
            case Merged merged -> Merging.leave(state, merged.survivor());
            case Absorbed absorbed -> Merging.absorb(state, absorbed.loser());
            case Enrolled e -> remembered(state, state.history().enrolled(at));
            case SubscriptionCancelled s -> remembered(state, state.history().left(at));
            case ContactInteracted i -> counted(state, i.direct() ? Kind.DIRECT : Kind.INDIRECT);
            case QuoteRequested q -> counted(state, Kind.QUOTE);
            case ReviewSubmitted r -> counted(state, Kind.REVIEW);
            case SocialEngaged s -> counted(state, Kind.SOCIAL);
            case ReferralMade r -> counted(state, Kind.REFERRAL_MADE);
            case ReferralConverted r -> counted(state, Kind.REFERRAL_CONVERTED);
            case SurveyAnswered s -> engaged(state, state.history().engagement().answered(s.nps()));
            case ContactIdentified contact -> told(past, state, contact);
            case CartUpdated _, ConsentGiven _, ConsentWithdrawn _, ShopDefined _ -> Folded.of(state);
            case CheckoutReturned returned ->
                GivingBack.returned(past, state, returned.returning().id());
            case CheckoutCancelled cancelled -> GivingBack.cancelled(past, state);
        };
    }

    private static Folded told(Past past, CustomerState state, ContactIdentified contact) {
        History history = state.history();
        return remembered(state, history.told(past.declared().after(history.told(), contact)));
    }

    private static CustomerState contacted(Past past) {
        boolean byCustomer = switch (past.event().happening()) {
            case TimePassed t -> false;
            case Merged m -> false;
            case Absorbed a -> false;
            case OrderShipped s -> false;
            case OrderCancelled c -> false;
            default -> true;
        };
        CustomerState before = past.before();
        return before.withHistory(before.history().contacted(past.event().occurredAt(), byCustomer));
    }

    private static Folded counted(CustomerState state, Kind kind) {
        return engaged(state, state.history().engagement().counted(kind));
    }

    private static Folded engaged(CustomerState state, Engagement next) {
        return remembered(state, state.history().with(next));
    }

    private static Folded remembered(CustomerState state, History history) {
        return Folded.of(state.withHistory(history));
    }
}
