package io.pelleh.api.event;

import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Problem;
import io.pelleh.api.problem.ProblemJson;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.program.Program;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Decides the events of one batch and reports about each. */
final class BatchRun {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

    private final Door door;
    private final Program program;
    private final EventReader reader;

    BatchRun(Door door, Program program, EventReader reader) {
        this.door = door;
        this.program = program;
        this.reader = reader;
    }

    /** How one item ended: with an answer, or with a problem. */
    private record Result(
            @Nullable Event event,
            @Nullable String answer,
            @Nullable Problem problem) {}

    byte[] of(JsonNode items) {
        Result[] results = new Result[items.size()];
        Event[] events = new Event[items.size()];
        Batch batch = new Batch();
        for (int i = 0; i < results.length; i++) {
            try {
                events[i] = reader.read(program, EnvelopeReader.read(items.get(i), "/" + i));
                batch.add(i, events[i].subject());
            } catch (Refused refused) {
                results[i] = new Result(null, null, Problem.of(refused));
            }
        }
        batch.run(i -> results[i] = decided(events[i]));
        return report(results);
    }

    /** The edge of an item: whatever it throws is told in its place, and the others go on. */
    private Result decided(Event event) {
        try {
            Door.Answer answer = door.accept(program, event, (e, decision) -> EventAnswer.of(program, e, decision));
            return new Result(event, EventAnswer.body(event, answer.stored()), null);
        } catch (RuntimeException e) {
            Problem problem = Problem.of(e);
            if (problem.code().status() == 500) {
                LOG.error(
                        "event {} of {} broke; told as 500",
                        event.id().id(),
                        event.id().source(),
                        e);
            }
            return new Result(event, null, problem);
        }
    }

    private static byte[] report(Result[] results) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (int i = 0; i < results.length; i++) {
                item(json, i, results[i]);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void item(JsonGenerator json, int index, Result result) {
        json.writeStartObject();
        json.writeNumberProperty("index", index);
        if (result.problem() != null) {
            json.writeNumberProperty("status", result.problem().code().status());
            json.writeObjectPropertyStart("problem");
            ProblemJson.members(json, result.problem());
            json.writeEndObject();
        } else {
            json.writeNumberProperty("status", 200);
            json.writeName("answer");
            json.writeRawValue(result.answer());
        }
        json.writeEndObject();
    }
}
