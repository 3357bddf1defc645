package io.pelleh.api.sandbox;

import io.pelleh.api.audit.AuditLog;
import io.pelleh.api.audit.AuditLog.Done;
import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Instants;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import io.pelleh.engine.program.Program;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The program of the caller's key, and its clock where it is a sandbox. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class ProgramController {

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int MAX_TEXT = 64;

    private final ProgramRegister programs;
    private final AuditLog audit;

    ProgramController(ProgramRegister programs, AuditLog audit) {
        this.programs = programs;
        this.audit = audit;
    }

    @Needs(
            value = {Scope.DECIDE, Scope.INGEST},
            roles = Role.VIEWER)
    @GetMapping("/v1/program")
    byte[] program(Caller caller) {
        return json(programs.get(caller.program()));
    }

    @Needs(roles = Role.ADMIN)
    @PatchMapping(path = "/v1/program", consumes = MediaType.APPLICATION_JSON_VALUE)
    byte[] change(Caller caller, HttpServletRequest request) throws IOException {
        JsonNode settings = Json.read(request.getInputStream().readAllBytes());
        Fields body = Fields.of(settings, new Faults());
        body.only(Set.of("fourEyes"));
        boolean was = programs.fourEyes(caller.program());
        boolean fourEyes = settings.path("fourEyes").asBoolean(false);
        if (!settings.path("fourEyes").isBoolean()) {
            body.fault("fourEyes", "wrong_type", "true or false is expected here");
        }
        body.faults().refuseIfAny();
        programs.fourEyes(caller.program(), fourEyes);
        String detail = "{\"before\": {\"fourEyes\": " + was + "}, \"after\": {\"fourEyes\": " + fourEyes + "}}";
        audit.add(new Done(caller.program(), caller.actor(), "program.changed", "program", detail));
        return json(programs.get(caller.program()));
    }

    @Needs(roles = Role.ADMIN)
    @PostMapping(path = "/v1/programs/{id}/clock", consumes = MediaType.APPLICATION_JSON_VALUE)
    byte[] clock(Caller caller, @PathVariable String id, HttpServletRequest request) throws IOException {
        if (!caller.program().value().equals(id)) {
            throw new Refused(Code.PROGRAM_NOT_FOUND, "the key is not one of this program");
        }
        Program program = programs.get(caller.program());
        Instant to = target(Fields.of(Json.read(request.getInputStream().readAllBytes()), new Faults()));
        if (!program.sandbox()) {
            throw new Refused(Code.NOT_A_SANDBOX, "only a sandbox has a clock that moves");
        }
        Duration ahead = Duration.between(programs.now(program), to);
        if (ahead.isNegative()) {
            throw new Refused(Code.CLOCK_MOVES_FORWARD, "it is " + programs.now(program) + " there, later than " + to);
        }
        programs.forward(program.id(), ahead);
        return json(program);
    }

    private static Instant target(Fields body) {
        body.only(Set.of("now"));
        Instant to = Instants.parse(body.text("now", MAX_TEXT)).orElse(LAST);
        if (!to.isBefore(LAST)) {
            body.fault("now", "invalid_time", "an instant before 2200 is expected, like 2027-03-21T00:00:00Z");
        }
        body.faults().refuseIfAny();
        return to;
    }

    private byte[] json(Program program) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("id", program.id().value());
            json.writeStringProperty("name", program.name());
            json.writeStringProperty("currency", program.currency().code());
            json.writeNumberProperty("exponent", program.currency().exponent());
            json.writeStringProperty(
                    "rounding", program.currency().rounding().name().toLowerCase(Locale.ROOT));
            json.writeBooleanProperty("taxIncluded", program.taxIncluded());
            json.writeStringProperty("zone", program.zone().getId());
            json.writeStringProperty("countsAt", program.countsAt().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("calendar", program.calendar().name().toLowerCase(Locale.ROOT));
            json.writeBooleanProperty("sandbox", program.sandbox());
            json.writeBooleanProperty("fourEyes", programs.fourEyes(program.id()));
            json.writeStringProperty("now", programs.now(program).toString());
            json.writeEndObject();
        });
    }
}
