package io.pelleh.api.checkout;

import io.pelleh.engine.checkout.Priced;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Effect.Against;
import io.pelleh.engine.decision.Effect.PriceDiffers;
import tools.jackson.core.JsonGenerator;

/** How a close differs from what was promised, or from what would have been decided, as JSON. */
final class PriceJson {

    private PriceJson() {}

    /** The member {@code changed} or {@code reconciled} of an object that is open; neither where nothing differs. */
    static void members(JsonGenerator json, Decision decision) {
        decision.difference().ifPresent(differs -> {
            json.writeObjectPropertyStart(differs.against() == Against.PROMISE ? "changed" : "reconciled");
            price(json, differs.against() == Against.PROMISE ? "promised" : "decided", differs.expected());
            price(json, "difference", difference(differs));
            json.writeEndObject();
        });
    }

    private static Priced difference(PriceDiffers differs) {
        Priced expected = differs.expected();
        Priced actual = differs.actual();
        return new Priced(
                Math.subtractExact(actual.goods(), expected.goods()),
                Math.subtractExact(actual.shipping(), expected.shipping()),
                Math.subtractExact(actual.discount(), expected.discount()),
                Math.subtractExact(actual.shippingDiscount(), expected.shippingDiscount()),
                Math.subtractExact(actual.tax(), expected.tax()));
    }

    private static void price(JsonGenerator json, String name, Priced price) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("goods", price.goods());
        json.writeNumberProperty("shipping", price.shipping());
        json.writeNumberProperty("discount", price.discount());
        json.writeNumberProperty("shippingDiscount", price.shippingDiscount());
        if (price.tax() != 0) {
            json.writeNumberProperty("tax", price.tax());
        }
        json.writeNumberProperty("toPay", price.toPay());
        json.writeEndObject();
    }
}
