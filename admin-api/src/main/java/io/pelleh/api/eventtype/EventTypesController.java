package io.pelleh.api.eventtype;

import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** The event types of a program. */
@RestController
@RequestMapping("/v1/event-types")
class EventTypesController {

    private static final String SCHEMA = "application/schema+json";

    private final EventTypes types;

    EventTypesController(EventTypes types) {
        this.types = types;
    }

    @Needs(
            value = {Scope.INGEST, Scope.DECIDE},
            roles = Role.VIEWER)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] list(Caller caller) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("types");
            types.builtIn().forEach(type -> type(json, type, true));
            types.own(caller.program()).forEach(type -> type(json, type, false));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void type(JsonGenerator json, String type, boolean builtIn) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        json.writeBooleanProperty("builtIn", builtIn);
        json.writeStringProperty("schema", "/v1/event-types/" + type + "/schema");
        json.writeEndObject();
    }

    @Needs(
            value = {Scope.INGEST, Scope.DECIDE},
            roles = Role.VIEWER)
    @GetMapping(
            path = "/{type}/schema",
            produces = {SCHEMA, MediaType.APPLICATION_JSON_VALUE})
    byte[] schema(Caller caller, @PathVariable String type) {
        return types.find(caller.program(), type)
                .map(schema -> schema.text().getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new Refused(Code.EVENT_TYPE_NOT_FOUND, "the program knows no such event type"));
    }

    @Needs(roles = Role.ADMIN)
    @PutMapping(
            path = "/{type}",
            consumes = {SCHEMA, MediaType.APPLICATION_JSON_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> register(Caller caller, @PathVariable String type, HttpServletRequest request)
            throws IOException {
        var schema = Json.read(request.getInputStream().readAllBytes());
        boolean fresh = types.register(caller.program(), type, schema, caller.actor());
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK).body(Json.write(json -> {
            type(json, type, false);
        }));
    }
}
