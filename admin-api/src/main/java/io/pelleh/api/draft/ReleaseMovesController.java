package io.pelleh.api.draft;

import io.pelleh.api.draft.Publishing.Manner;
import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.ruleset.ReleaseJson;
import io.pelleh.api.ruleset.ReleaseStore.Released;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an operator does with releases, each in one call. */
@RestController
@RequestMapping(path = "/v1/releases/{n}", produces = MediaType.APPLICATION_JSON_VALUE)
class ReleaseMovesController {

    private static final int MAX_NOTE = 1_000;

    private final Drafts drafts;
    private final Course course;

    ReleaseMovesController(Drafts drafts, Course course) {
        this.drafts = drafts;
        this.course = course;
    }

    /** Releases the files of an older release again, as a new number. */
    @Needs(roles = Role.OPERATOR)
    @PostMapping("/rollback")
    byte[] rollback(Caller caller, @PathVariable String n, HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readAllBytes();
        String note = bytes.length == 0 ? "" : note(bytes);
        String said = note.isEmpty() ? "rollback to release " + n : note;
        return json(
                caller,
                course.publishing().rollback(caller.program(), number(n), new Manner(caller.actor(), said, null)));
    }

    private static String note(byte[] bytes) {
        Fields body = Fields.of(Json.read(bytes), new Faults());
        body.only(Set.of("note"));
        String note = body.textOrNull("note", MAX_NOTE);
        body.faults().refuseIfAny();
        return Objects.requireNonNullElse(note, "");
    }

    /** The canary decides for all from now on. */
    @Needs(roles = {Role.OPERATOR, Role.APPROVER})
    @PostMapping("/promote")
    byte[] promote(Caller caller, @PathVariable String n) {
        return json(caller, new Canaries(drafts).end(caller.program(), number(n), true, caller.actor()));
    }

    /** The canary decides for nobody any more. */
    @Needs(roles = {Role.OPERATOR, Role.APPROVER})
    @PostMapping("/abort")
    byte[] abort(Caller caller, @PathVariable String n) {
        return json(caller, new Canaries(drafts).end(caller.program(), number(n), false, caller.actor()));
    }

    private byte[] json(Caller caller, Released release) {
        return Json.write(json -> {
            json.writeStartObject();
            ReleaseJson.members(json, release, drafts.ports().releases().all(caller.program()));
            json.writeEndObject();
        });
    }

    private static long number(String n) {
        if (n.isEmpty() || n.length() > 18 || !n.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refused.parameter("release", "a release is a number");
        }
        return Long.parseLong(n);
    }
}
