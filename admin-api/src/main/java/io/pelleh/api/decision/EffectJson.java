package io.pelleh.api.decision;

import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.customer.Scores;
import io.pelleh.engine.decision.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** One effect as JSON, its {@code type} first. */
final class EffectJson {

    private EffectJson() {}

    static void members(JsonGenerator json, Effect effect) {
        switch (effect) {
            case Effect.Discount e -> discount(json, e);
            case Effect.ShippingDiscount e -> shipping(json, e);
            case Effect.Gift e -> gift(json, e);
            case Effect.PointsAwarded e -> points(json, e);
            case Effect.UpsellOffer e -> upsell(json, e);
            case Effect.CrossSellOffer e -> crossSell(json, e);
            case Effect.WinBackOffer e -> winBack(json, e);
            case Effect.MessageQueued e -> message(json, e.template());
            case Effect.CouponIssued e -> issued(json, e);
            case Effect.CouponWithdrawn e -> coupon(json, "coupon_withdrawn", e.batch(), e.code());
            case Effect.CouponRedeemed e -> coupon(json, "coupon_redeemed", e.batch(), e.code());
            case Effect.Refunded e -> refunded(json, e.refund());
            case Effect.PriceDiffers e -> differs(json, e);
            case Effect.ArmAssigned e -> assigned(json, e);
            case Effect.RungChanged e -> moved(json, "rung_changed", e.from().name(), e.to().name());
            case Effect.TierChanged e -> moved(json, "tier_changed", e.from(), e.to());
            case Effect.SegmentsChanged e -> segments(json, e);
            case Effect.ScoresChanged e -> {
                type(json, "scores_changed");
                scores(json, "from", e.from());
                scores(json, "to", e.to());
            }
        }
    }

    private static void assigned(JsonGenerator json, Effect.ArmAssigned assigned) {
        type(json, "arm_assigned");
        json.writeStringProperty("campaign", assigned.campaign());
        json.writeStringProperty("arm", assigned.arm());
    }

    private static void shipping(JsonGenerator json, Effect.ShippingDiscount discount) {
        type(json, "shipping_discount");
        json.writeNumberProperty("amount", discount.amount());
    }

    private static void gift(JsonGenerator json, Effect.Gift gift) {
        type(json, "gift");
        json.writeStringProperty("sku", gift.sku());
        json.writeNumberProperty("quantity", gift.quantity());
    }

    private static void message(JsonGenerator json, String template) {
        type(json, "message_queued");
        json.writeStringProperty("template", template);
    }

    private static void winBack(JsonGenerator json, Effect.WinBackOffer offer) {
        type(json, "win_back_offer");
        json.writeNumberProperty("basisPoints", offer.basisPoints());
        instant(json, "until", offer.until());
    }

    private static void coupon(JsonGenerator json, String type, String batch, String code) {
        type(json, type);
        json.writeStringProperty("batch", batch);
        json.writeStringProperty("code", code);
    }

    /** A code that the close is yet to make is {@code null}. */
    private static void issued(JsonGenerator json, Effect.CouponIssued coupon) {
        type(json, "coupon_issued");
        json.writeStringProperty("batch", coupon.batch());
        if (coupon.code().isEmpty()) {
            json.writeNullProperty("code");
        } else {
            json.writeStringProperty("code", coupon.code());
        }
        instant(json, "until", coupon.until());
        texts(json, "opens", coupon.opens());
    }

    private static void differs(JsonGenerator json, Effect.PriceDiffers price) {
        type(json, "price_differs");
        json.writeStringProperty("against", price.against().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("expected", price.expected().toPay());
        json.writeNumberProperty("actual", price.actual().toPay());
    }

    private static void refunded(JsonGenerator json, Refund refund) {
        type(json, "refunded");
        json.writeNumberProperty("goods", refund.goods());
        json.writeNumberProperty("shipping", refund.shipping());
        json.writeNumberProperty("pieces", refund.units());
    }

    private static void discount(JsonGenerator json, Effect.Discount discount) {
        type(json, "discount");
        json.writeNumberProperty("amount", discount.amount());
        json.writeArrayPropertyStart("lines");
        for (long line : discount.lines()) {
            json.writeNumber(line);
        }
        json.writeEndArray();
    }

    private static void points(JsonGenerator json, Effect.PointsAwarded points) {
        type(json, "points_awarded");
        json.writeNumberProperty("points", points.points());
        json.writeStringProperty("lot", points.lot());
        instant(json, "activeAt", points.activeAt());
        instant(json, "expiresAt", points.expiresAt());
    }

    private static void upsell(JsonGenerator json, Effect.UpsellOffer offer) {
        type(json, "upsell_offer");
        json.writeStringProperty("sku", offer.sku());
        json.writeNumberProperty("quantity", offer.quantity());
        json.writeNumberProperty("unitPrice", offer.unitPrice());
        instant(json, "until", offer.until());
    }

    private static void crossSell(JsonGenerator json, Effect.CrossSellOffer offer) {
        type(json, "cross_sell_offer");
        json.writeStringProperty("sku", offer.sku());
        json.writeNumberProperty("basisPoints", offer.basisPoints());
        instant(json, "until", offer.until());
    }

    private static void moved(JsonGenerator json, String type, String from, String to) {
        type(json, type);
        json.writeStringProperty("from", from);
        json.writeStringProperty("to", to);
    }

    private static void segments(JsonGenerator json, Effect.SegmentsChanged change) {
        type(json, "segments_changed");
        texts(json, "left", change.left());
        texts(json, "entered", change.entered());
    }

    static void scores(JsonGenerator json, String name, Scores scores) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("loyalty", scores.loyalty());
        json.writeNumberProperty("frequency", scores.frequency());
        json.writeNumberProperty("recency", scores.recency());
        json.writeNumberProperty("monetary", scores.monetary());
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** An end that never comes is {@code null}. */
    static void instant(JsonGenerator json, String name, Instant at) {
        if (at.equals(Instant.MAX)) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, at.toString());
        }
    }

    private static void type(JsonGenerator json, String type) {
        json.writeStringProperty("type", type);
    }
}
