package io.pelleh.rules.scenario;

import io.pelleh.engine.decision.Effect;
import java.math.BigDecimal;

/** How scenarios write what was given. */
final class Wording {

    private Wording() {}

    static String of(Effect effect) {
        return switch (effect) {
            case Effect.Discount e -> e.amount() + " off";
            case Effect.ShippingDiscount e -> "shipping " + e.amount() + " off";
            case Effect.Gift e -> "gift " + e.quantity() + " " + e.sku();
            case Effect.PointsAwarded e -> e.points() + " points";
            case Effect.UpsellOffer e -> "offer " + e.quantity() + " " + e.sku() + " at " + e.unitPrice();
            case Effect.CrossSellOffer e -> "offer " + e.sku() + " with " + percent(e.basisPoints()) + "% off";
            case Effect.WinBackOffer e -> "offer " + percent(e.basisPoints()) + "% off the next purchase";
            case Effect.MessageQueued e -> "message " + e.template();
            case Effect.CouponIssued e -> "coupon of " + e.batch();
            case Effect.CouponWithdrawn e -> "coupon of " + e.batch() + " withdrawn";
            case Effect.CouponRedeemed e -> "coupon of " + e.batch() + " redeemed";
            case Effect.ArmAssigned e -> e.arm() + " by " + e.campaign();
            case Effect.RungChanged e -> "rung " + e.to();
            case Effect.TierChanged e -> "tier " + e.to();
            case Effect.SegmentsChanged e -> "segments " + e.entered();
            case Effect.PriceDiffers e ->
                "price " + e.actual().toPay() + " instead of " + e.expected().toPay();
            case Effect.Refunded e -> "refund " + e.refund().total();
            case Effect.ScoresChanged e -> "scores " + e.to();
        };
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }
}
