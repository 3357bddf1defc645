package io.pelleh.api.event;

import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Scope;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/events}: CloudEvents in their structured, binary and batch modes. */
@RestController
@RequestMapping(path = "/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
class EventsController {

    private static final int MAX_BATCH = 1000;

    private final Door door;
    private final Programs programs;
    private final EventReader reader;

    EventsController(Door door, Programs programs, EventReader reader) {
        this.door = door;
        this.programs = programs;
        this.reader = reader;
    }

    @Needs(Scope.INGEST)
    @PostMapping(consumes = "application/cloudevents+json")
    ResponseEntity<byte[]> structured(Caller caller, HttpServletRequest request) throws IOException {
        JsonNode body = Json.read(request.getInputStream().readAllBytes());
        return one(programs.get(caller.program()), EnvelopeReader.read(body, ""));
    }

    @Needs(Scope.INGEST)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> binary(Caller caller, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        return one(programs.get(caller.program()), BinaryReader.read(request, body));
    }

    private ResponseEntity<byte[]> one(Program program, Envelope envelope) {
        Event event = reader.read(program, envelope);
        Door.Answer answer = door.accept(program, event, (e, decision) -> EventAnswer.of(program, e, decision));
        return ResponseEntity.ok()
                .headers(headers -> headers.set("Pelleh-Repeat", Boolean.toString(answer.repeat())))
                .body(EventAnswer.body(event, answer.stored()).getBytes(StandardCharsets.UTF_8));
    }

    @Needs(Scope.INGEST)
    @PostMapping(consumes = "application/cloudevents-batch+json")
    byte[] batch(Caller caller, HttpServletRequest request) throws IOException {
        JsonNode body = Json.read(request.getInputStream().readAllBytes());
        if (!body.isArray()) {
            throw Refused.because(Code.INVALID, new Fault("", "wrong_type", "a batch is an array of events"));
        }
        if (body.size() > MAX_BATCH) {
            throw Refused.because(Code.TOO_LARGE, new Fault("", "too_many", "a batch has at most 1000 events"));
        }
        return new BatchRun(door, programs.get(caller.program()), reader).of(body);
    }
}
