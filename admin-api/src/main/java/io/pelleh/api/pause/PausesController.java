package io.pelleh.api.pause;

import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Json;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** The kill switches of the caller's program. */
@RestController
@RequestMapping(path = "/v1/pauses", produces = MediaType.APPLICATION_JSON_VALUE)
class PausesController {

    private static final int MAX_WHAT = 200;
    private static final int MAX_REASON = 1_000;
    private static final int PAGE = 500;
    private static final Pattern WHAT = Pattern.compile("program|campaigns/[^/]+|promotions/.+");

    private final Pauses pauses;

    PausesController(Pauses pauses) {
        this.pauses = pauses;
    }

    /** What is and was switched off, newest first. */
    @Needs(roles = Role.VIEWER)
    @GetMapping
    byte[] list(Caller caller) {
        return json(pauses.all(caller.program()));
    }

    /** Switches something off. */
    @Needs(roles = {Role.OPERATOR, Role.APPROVER})
    @PostMapping
    byte[] pause(Caller caller, HttpServletRequest request) throws IOException {
        Asked asked = read(request.getInputStream().readAllBytes());
        pauses.pause(caller.program(), asked.what(), caller.actor(), asked.reason());
        return now(caller, asked.what());
    }

    /** Switches something on again. */
    @Needs(roles = {Role.OPERATOR, Role.APPROVER})
    @PostMapping("/resume")
    byte[] resume(Caller caller, HttpServletRequest request) throws IOException {
        Asked asked = read(request.getInputStream().readAllBytes());
        pauses.resume(caller.program(), asked.what(), caller.actor(), asked.reason());
        return now(caller, asked.what());
    }

    private record Asked(String what, String reason) {}

    private static Asked read(byte[] bytes) {
        Fields body = Fields.of(Json.read(bytes), new Faults());
        body.only(Set.of("what", "reason"));
        String what = body.text("what", MAX_WHAT);
        String reason = body.textOrNull("reason", MAX_REASON);
        if (!what.isEmpty() && !WHAT.matcher(what).matches()) {
            body.fault("what", "unknown_value", "a promotion's id, campaigns/ and a name, or program is expected here");
        }
        body.faults().refuseIfAny();
        return new Asked(what, Objects.requireNonNullElse(reason, ""));
    }

    private byte[] now(Caller caller, String what) {
        return json(pauses.all(caller.program()).stream()
                .filter(pause -> pause.what().equals(what))
                .limit(1)
                .toList());
    }

    private static byte[] json(List<Pause> all) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("pauses");
            all.stream().limit(PAGE).forEach(pause -> write(json, pause));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Pause pause) {
        json.writeStartObject();
        json.writeStringProperty("what", pause.what());
        json.writeStringProperty("from", pause.from().toString());
        if (pause.until() == null) {
            json.writeNullProperty("until");
        } else {
            json.writeStringProperty("until", pause.until().toString());
        }
        json.writeStringProperty("pausedBy", pause.actor());
        if (pause.resumedBy() == null) {
            json.writeNullProperty("resumedBy");
        } else {
            json.writeStringProperty("resumedBy", pause.resumedBy());
        }
        json.writeStringProperty("reason", pause.reason());
        json.writeEndObject();
    }
}
