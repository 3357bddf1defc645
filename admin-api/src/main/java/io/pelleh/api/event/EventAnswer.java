package io.pelleh.api.event;

import io.pelleh.api.decision.CustomerJson;
import io.pelleh.api.decision.DecisionJson;
import io.pelleh.api.decision.ShopperTexts;
import io.pelleh.api.json.Json;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.flow.StoredAnswer;
import io.pelleh.engine.program.Program;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;

/** What the sender of an event is told. */
final class EventAnswer {

    private EventAnswer() {}

    /** The answer that is kept with the commit. */
    static StoredAnswer of(Program program, Event event, Decision decision) {
        byte[] body = Json.write(json -> {
            json.writeStartObject();
            head(json, event, "applied");
            DecisionJson.members(json, decision, new ShopperTexts(program));
            if (event.subject().guest()) {
                json.writeNullProperty("customer");
            } else {
                CustomerJson.ofDecision(json, decision, false);
            }
            json.writeEndObject();
        });
        return new StoredAnswer(200, event.digest(), new String(body, StandardCharsets.UTF_8));
    }

    /** The body of an answer; one that is no longer kept says so. */
    static String body(Event event, StoredAnswer stored) {
        return stored.status() == 0 ? alreadyApplied(event) : stored.body();
    }

    private static String alreadyApplied(Event event) {
        byte[] body = Json.write(json -> {
            json.writeStartObject();
            head(json, event, "already_applied");
            json.writeEndObject();
        });
        return new String(body, StandardCharsets.UTF_8);
    }

    private static void head(JsonGenerator json, Event event, String status) {
        json.writeStringProperty("id", event.id().id());
        json.writeStringProperty("source", event.id().source());
        json.writeStringProperty("type", event.type());
        json.writeStringProperty("status", status);
    }
}
