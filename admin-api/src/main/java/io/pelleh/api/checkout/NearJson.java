package io.pelleh.api.checkout;

import io.pelleh.api.decision.DistanceJson;
import io.pelleh.api.decision.ShopperTexts;
import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Near;
import java.util.List;
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
        DistanceJson.member(json, near.distance());
        texts.near(json, near);
        json.writeEndObject();
    }
}
