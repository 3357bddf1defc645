package io.pelleh.api.draft;

import io.pelleh.api.draft.Course.When;
import io.pelleh.api.draft.Gate.Verdict;
import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Json;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a draft's life; each may name the revision it means with {@code If-Match}. */
@RestController
@RequestMapping(path = "/v1/drafts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class MovesController {

    private static final int MAX_TEXT = 1_000;
    private static final int MAX_INSTANT = 40;
    private static final int PERCENT = 100;

    private final Drafts drafts;
    private final Course course;

    MovesController(Drafts drafts, Course course) {
        this.drafts = drafts;
        this.course = course;
    }

    @Needs(roles = Role.MARKETER)
    @PostMapping("/validate")
    ResponseEntity<byte[]> validate(Caller caller, @PathVariable String id) {
        Verdict verdict = course.validate(caller.program(), id, caller.actor());
        Draft draft = drafts.get(caller.program(), id);
        return ResponseEntity.ok().eTag("\"" + draft.revision() + "\"").body(Json.write(json -> {
            json.writeStartObject();
            VerdictJson.members(json, verdict);
            DraftJson.write(json, "draft", draft);
            json.writeEndObject();
        }));
    }

    @Needs(roles = Role.MARKETER)
    @PostMapping("/submit")
    ResponseEntity<byte[]> submit(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return answer(caller, course.submit(caller.program(), id, expected(caller, request)));
    }

    @Needs(roles = Role.MARKETER)
    @PostMapping("/withdraw")
    ResponseEntity<byte[]> withdraw(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return answer(caller, course.withdraw(caller.program(), id, expected(caller, request)));
    }

    @Needs(roles = Role.MARKETER)
    @PostMapping("/rebase")
    ResponseEntity<byte[]> rebase(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return answer(caller, course.rebase(caller.program(), id, expected(caller, request)));
    }

    @Needs(roles = Role.APPROVER)
    @PostMapping("/approve")
    ResponseEntity<byte[]> approve(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return answer(caller, course.approve(caller.program(), id, expected(caller, request)));
    }

    @Needs(roles = Role.APPROVER)
    @PostMapping(path = "/reject", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> reject(Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        Fields body = Fields.of(Json.read(request.getInputStream().readAllBytes()), new Faults());
        body.only(Set.of("reason"));
        String reason = body.text("reason", MAX_TEXT);
        body.faults().refuseIfAny();
        return answer(caller, course.reject(caller.program(), id, expected(caller, request), reason));
    }

    @Needs(roles = Role.APPROVER)
    @PostMapping(path = "/publish", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> publish(Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        Fields body = Fields.of(Json.read(request.getInputStream().readAllBytes()), new Faults());
        body.only(Set.of("at", "canaryPercent", "note"));
        When when = new When(at(body), share(body), Objects.requireNonNullElse(body.textOrNull("note", MAX_TEXT), ""));
        body.faults().refuseIfAny();
        return answer(caller, course.publish(caller.program(), id, expected(caller, request), when));
    }

    private static @Nullable Instant at(Fields body) {
        String text = body.textOrNull("at", MAX_INSTANT);
        if (text == null) {
            return null;
        }
        Instant at = Instants.parse(text);
        if (at == null) {
            body.fault("at", "invalid_time", "an instant before 2200 is expected, like 2027-03-21T00:00:00Z");
        }
        return at;
    }

    private static @Nullable Integer share(Fields body) {
        if (!body.has("canaryPercent")) {
            return null;
        }
        BigDecimal percent = body.decimal("canaryPercent", PERCENT, 2);
        int share = percent.movePointRight(2).intValueExact();
        if (share == 0 || share == PERCENT * PERCENT) {
            body.fault("canaryPercent", "out_of_range", "a part of the customers is expected, from 0.01 to 99.99");
        }
        return share;
    }

    private static Expected expected(Caller caller, HttpServletRequest request) {
        return Expected.optional(caller.actor(), request.getHeader(HttpHeaders.IF_MATCH));
    }

    private ResponseEntity<byte[]> answer(Caller caller, Draft draft) {
        return DraftsController.answer(HttpStatus.OK, draft, drafts.changes(caller.program(), draft.id()));
    }
}
