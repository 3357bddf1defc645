package io.pelleh.api.customer;

import io.pelleh.api.coupon.OwnCodes.Own;
import io.pelleh.engine.decision.RuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A customer's own codes as JSON. */
final class OwnCouponsJson {

    /** Codes of one answer. */
    static final int MAX = 50;

    private OwnCouponsJson() {}

    /** The members {@code coupons} and {@code moreCoupons} of an object that is open. */
    static void write(JsonGenerator json, List<Own> coupons, RuleSet rules) {
        json.writeArrayPropertyStart("coupons");
        coupons.stream().limit(MAX).forEach(coupon -> coupon(json, coupon, rules));
        json.writeEndArray();
        json.writeBooleanProperty("moreCoupons", coupons.size() > MAX);
    }

    private static void coupon(JsonGenerator json, Own coupon, RuleSet rules) {
        json.writeStartObject();
        json.writeStringProperty("code", coupon.code());
        json.writeStringProperty("batch", coupon.batch());
        text(json, "validFrom", coupon.from());
        text(json, "validUntil", coupon.until());
        uses(json, coupon.usesLeft());
        text(json, "issuedBy", coupon.issuedBy());
        json.writeArrayPropertyStart("opens");
        rules.opens(coupon.batch()).forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void uses(JsonGenerator json, @Nullable Long left) {
        if (left == null) {
            json.writeNullProperty("usesLeft");
        } else {
            json.writeNumberProperty("usesLeft", left);
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }
}
