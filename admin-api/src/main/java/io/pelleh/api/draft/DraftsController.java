package io.pelleh.api.draft;

import io.pelleh.api.draft.Draft.State;
import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of the caller's program. */
@RestController
@RequestMapping(path = "/v1/drafts", produces = MediaType.APPLICATION_JSON_VALUE)
class DraftsController {

    private static final int MAX_TITLE = 200;
    private static final int PAGE = 50;
    private static final Instant NEWEST = Instant.parse("9999-01-01T00:00:00Z");

    private final Drafts drafts;

    DraftsController(Drafts drafts) {
        this.drafts = drafts;
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping
    byte[] list(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor) {
        List<Draft> page = drafts.list(caller.program(), state(state), before(cursor), PAGE);
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("drafts");
            for (Draft draft : page) {
                json.writeStartObject();
                DraftJson.members(json, draft);
                json.writeEndObject();
            }
            json.writeEndArray();
            if (page.size() < PAGE) {
                json.writeNullProperty("nextCursor");
            } else {
                json.writeStringProperty(
                        "nextCursor", page.getLast().changedAt().toString());
            }
            json.writeEndObject();
        });
    }

    private static @Nullable State state(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(State.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.parameter("state", "there is no such state of a draft"));
    }

    private static Instant before(@Nullable String cursor) {
        try {
            return cursor == null ? NEWEST : Instant.parse(cursor);
        } catch (DateTimeParseException e) {
            throw Refused.parameter("cursor", "a cursor is taken from the page before");
        }
    }

    @Needs(roles = Role.MARKETER)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(Caller caller, HttpServletRequest request) throws IOException {
        return answer(HttpStatus.CREATED, drafts.create(caller.program(), caller.actor(), title(request)), List.of());
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping("/{id}")
    ResponseEntity<byte[]> get(Caller caller, @PathVariable String id) {
        Draft draft = drafts.get(caller.program(), id);
        return answer(HttpStatus.OK, draft, drafts.changes(caller.program(), id));
    }

    @Needs(roles = Role.MARKETER)
    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> rename(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        String title = title(request);
        Draft draft = drafts.rename(caller.program(), id, Expected.of(caller.actor(), ifMatch), title);
        return answer(HttpStatus.OK, draft, drafts.changes(caller.program(), id));
    }

    @Needs(roles = Role.MARKETER)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        drafts.remove(caller.program(), id, Expected.of(caller.actor(), ifMatch));
        return ResponseEntity.noContent().build();
    }

    private static String title(HttpServletRequest request) throws IOException {
        Fields body = Fields.of(Json.read(request.getInputStream().readAllBytes()), new Faults());
        body.only(Set.of("title"));
        String title = body.text("title", MAX_TITLE);
        body.faults().refuseIfAny();
        return title;
    }

    static ResponseEntity<byte[]> answer(HttpStatus status, Draft draft, List<Change> changes) {
        return ResponseEntity.status(status)
                .eTag("\"" + draft.revision() + "\"")
                .body(Json.write(json -> {
                    json.writeStartObject();
                    DraftJson.members(json, draft);
                    DraftJson.changes(json, changes);
                    json.writeEndObject();
                }));
    }
}
