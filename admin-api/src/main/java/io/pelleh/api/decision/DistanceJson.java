package io.pelleh.api.decision;

import io.pelleh.engine.decision.Distance;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** How much is missing for a condition, as JSON. */
public final class DistanceJson {

    private DistanceJson() {}

    /** The member {@code distance}, inside an object that is already open; null where there is none. */
    public static void member(JsonGenerator json, @Nullable Distance distance) {
        if (distance == null) {
            json.writeNullProperty("distance");
            return;
        }
        json.writeObjectPropertyStart("distance");
        json.writeStringProperty("attribute", distance.attribute());
        json.writeStringProperty("unit", distance.unit().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("missing", distance.missing());
        json.writeEndObject();
    }
}
