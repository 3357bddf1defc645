package io.pelleh.api.journal.json;

import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.points.LedgerEntry;
import java.util.List;
import tools.jackson.databind.jsontype.NamedType;

/** The names under which the closed sets are stored. A name never changes, whatever becomes of the class. */
final class Kinds {

    static final List<NamedType> ALL = List.of(
            new NamedType(Happening.ContactIdentified.class, "contact.identified"),
            new NamedType(Happening.ContactInteracted.class, "contact.interacted"),
            new NamedType(Happening.Enrolled.class, "enrolled"),
            new NamedType(Happening.QuoteRequested.class, "quote.requested"),
            new NamedType(Happening.CartUpdated.class, "cart.updated"),
            new NamedType(Happening.OrderPlaced.class, "order.placed"),
            new NamedType(Happening.OrderPaid.class, "order.paid"),
            new NamedType(Happening.OrderShipped.class, "order.shipped"),
            new NamedType(Happening.OrderReturned.class, "order.returned"),
            new NamedType(Happening.OrderCancelled.class, "order.cancelled"),
            new NamedType(Happening.ReviewSubmitted.class, "review.submitted"),
            new NamedType(Happening.SurveyAnswered.class, "survey.answered"),
            new NamedType(Happening.SocialEngaged.class, "social.engaged"),
            new NamedType(Happening.ReferralMade.class, "referral.made"),
            new NamedType(Happening.ReferralConverted.class, "referral.converted"),
            new NamedType(Happening.SubscriptionCancelled.class, "subscription.cancelled"),
            new NamedType(Happening.ConsentGiven.class, "consent.given"),
            new NamedType(Happening.ConsentWithdrawn.class, "consent.withdrawn"),
            new NamedType(Happening.ShopDefined.class, "shop.defined"),
            new NamedType(Happening.CheckoutClosed.class, "checkout.closed"),
            new NamedType(Happening.CheckoutCancelled.class, "checkout.cancelled"),
            new NamedType(Happening.CheckoutReturned.class, "checkout.returned"),
            new NamedType(Happening.TimePassed.class, "time.passed"),
            new NamedType(Happening.Merged.class, "merged"),
            new NamedType(Happening.Absorbed.class, "absorbed"),
            new NamedType(Effect.Discount.class, "discount"),
            new NamedType(Effect.ShippingDiscount.class, "shipping.discount"),
            new NamedType(Effect.Gift.class, "gift"),
            new NamedType(Effect.PointsAwarded.class, "points.awarded"),
            new NamedType(Effect.UpsellOffer.class, "offer.upsell"),
            new NamedType(Effect.CrossSellOffer.class, "offer.cross-sell"),
            new NamedType(Effect.WinBackOffer.class, "offer.win-back"),
            new NamedType(Effect.MessageQueued.class, "message.queued"),
            new NamedType(Effect.CouponIssued.class, "coupon.issued"),
            new NamedType(Effect.CouponWithdrawn.class, "coupon.withdrawn"),
            new NamedType(Effect.CouponRedeemed.class, "coupon.redeemed"),
            new NamedType(Effect.Refunded.class, "refunded"),
            new NamedType(Effect.ArmAssigned.class, "arm.assigned"),
            new NamedType(Effect.PriceDiffers.class, "price.differs"),
            new NamedType(Effect.RungChanged.class, "rung.changed"),
            new NamedType(Effect.TierChanged.class, "tier.changed"),
            new NamedType(Effect.SegmentsChanged.class, "segments.changed"),
            new NamedType(Effect.ScoresChanged.class, "scores.changed"),
            new NamedType(LedgerEntry.Accrued.class, "accrued"),
            new NamedType(LedgerEntry.Spent.class, "spent"),
            new NamedType(LedgerEntry.Expired.class, "expired"),
            new NamedType(LedgerEntry.Reversed.class, "reversed"),
            new NamedType(LedgerEntry.Restored.class, "restored"),
            new NamedType(LedgerEntry.Forgiven.class, "forgiven"),
            new NamedType(LedgerEntry.Owed.class, "owed"),
            new NamedType(LedgerEntry.Repaid.class, "repaid"),
            new NamedType(LedgerEntry.Moved.class, "moved"));

    private Kinds() {}
}
