package io.pelleh.api.customer;

import io.pelleh.api.journal.Persons;
import io.pelleh.api.journal.Timeline;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Instants;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One customer, and its past. */
@RestController
@RequestMapping(path = "/v1/customers", produces = MediaType.APPLICATION_JSON_VALUE)
class CustomersController {

    private static final int RECENT = 10;
    private static final int MAX_ID = 128;

    private final Door door;
    private final Programs programs;
    private final Timeline timeline;
    private final Persons persons;

    CustomersController(Door door, Programs programs, Timeline timeline, Persons persons) {
        this.door = door;
        this.programs = programs;
        this.timeline = timeline;
        this.persons = persons;
    }

    @Needs(value = Scope.DECIDE, roles = Role.VIEWER)
    @GetMapping("/{id}")
    byte[] one(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String at) {
        Program program = programs.get(caller.program());
        Instant now = programs.now(program);
        Instant when = at == null ? now : Instants.parameter("at", at);
        if (when.isAfter(now)) {
            throw Refused.parameter("at", "at lies in the past");
        }
        CustomerId customer = customer(id);
        CustomerState state = (at == null ? door.view(program, customer) : door.viewAt(program, customer, when))
                .orElseThrow(at == null ? CustomersController::unknown : CustomersController::unknownThen);
        List<Timeline.Entry> recent = timeline.of(program.id(), state.id(), state.version() + 1, RECENT).stream()
                .filter(entry -> !entry.decision().decidedAt().isAfter(when))
                .toList();
        return Json.write(json -> {
            json.writeStartObject();
            CustomerView.state(json, program, state, when);
            json.writeArrayPropertyStart("recent");
            recent.forEach(entry -> CustomerView.entry(json, entry));
            json.writeEndArray();
            if (caller.may(Role.ADMIN)) {
                persons.find(program.id(), state.id()).ifPresent(person -> CustomerView.person(json, person));
            }
            json.writeEndObject();
        });
    }

    @Needs(value = Scope.DECIDE, roles = Role.VIEWER)
    @GetMapping("/{id}/timeline")
    byte[] timeline(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        int size = Cursor.limit(limit);
        long before = before(Cursor.last(cursor));
        List<Timeline.Entry> page = timeline.of(caller.program(), customer(id), before, size);
        if (page.isEmpty() && cursor == null) {
            throw unknown();
        }
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("entries");
            page.forEach(entry -> CustomerView.entry(json, entry));
            json.writeEndArray();
            boolean more = page.size() == size;
            CustomerView.text(
                    json,
                    "nextCursor",
                    more ? Cursor.of(Long.toString(page.getLast().version())) : null);
            json.writeEndObject();
        });
    }

    private static long before(String last) {
        if (last.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!last.matches("[0-9]{1,18}")) {
            throw Refused.parameter("cursor", "this cursor is not one of a timeline");
        }
        return Long.parseLong(last);
    }

    /** The customer a path names. */
    static CustomerId customer(String id) {
        if (!Fields.sound(id, MAX_ID)) {
            throw unknown();
        }
        return new CustomerId(id);
    }

    private static Refused unknownThen() {
        return new Refused(Code.CUSTOMER_NOT_FOUND, "nothing was known about this customer then");
    }

    static Refused unknown() {
        return new Refused(Code.CUSTOMER_NOT_FOUND, "nothing is known about this customer");
    }
}
