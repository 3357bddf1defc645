package io.pelleh.api.checkout;

import io.pelleh.api.decision.ShopperTexts;
import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Distance;
import io.pelleh.engine.decision.Near;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Promotions that came near, as JSON. */
final class NearJson {

    private NearJson() {}

    /** The member {@code near}, inside an object that is already open. */
    static void member(JsonGenerator json, List<Near> near, ShopperTexts texts) {
        json.writeArrayPropertyStart("near");
        near.forEach(one -> near(json, one, texts));
        json.writeEndArray();
    }

    private static void near(JsonGenerator json, Near near, ShopperTexts texts) {
        json.writeStartObject();
        json.writeStringProperty("promotion", near.rule().id());
        json.writeStringProperty("campaign", near.rule().campaign());
        json.writeStringProperty("lane", near.rule().lane());
        Condition condition = near.unmet().condition();
        json.writeObjectPropertyStart("unmet");
        json.writeStringProperty("attribute", condition.attribute());
        json.writeStringProperty("operator", condition.operator());
        json.writeStringProperty("expected", condition.expected());
        json.writeStringProperty("actual", near.unmet().actual());
        json.writeEndObject();
        Distance distance = near.distance();
        if (distance == null) {
            json.writeNullProperty("distance");
        } else {
            json.writeObjectPropertyStart("distance");
            json.writeStringProperty("attribute", distance.attribute());
            json.writeStringProperty("unit", distance.unit().name().toLowerCase(Locale.ROOT));
            json.writeNumberProperty("missing", distance.missing());
            json.writeEndObject();
        }
        texts.near(json, near);
        json.writeEndObject();
    }
}
