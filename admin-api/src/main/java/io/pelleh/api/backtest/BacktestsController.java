package io.pelleh.api.backtest;

import io.pelleh.api.imports.PastFiles;
import io.pelleh.api.imports.PastFiles.Kept;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import io.pelleh.api.simulate.RuleSource.Chosen;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Backtests: ask, watch, cancel. */
@RestController
@RequestMapping(path = "/v1/backtests", produces = MediaType.APPLICATION_JSON_VALUE)
class BacktestsController {

    private static final int MAX_OPEN = 20;
    private static final int MAX_LISTED = 100;
    private static final int LISTED = 20;
    private static final int MAX_REQUEST = 64 << 10;

    private final Backtests backtests;

    BacktestsController(Backtests backtests) {
        this.backtests = backtests;
    }

    @Needs(roles = Role.MARKETER)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> begin(Caller caller, HttpServletRequest body) throws IOException {
        Program program = backtests.ports().programs().get(caller.program());
        return begin(caller, read(program, body.getInputStream().readAllBytes()), id -> null);
    }

    /** On files that are sent along, as if they had been imported into an empty program. */
    @Needs(roles = Role.MARKETER)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> beginOnFiles(Caller caller, HttpServletRequest body) throws IOException {
        Program program = backtests.ports().programs().get(caller.program());
        Collection<Part> parts = PastFiles.parts(body);
        Request request = read(program, part(parts));
        return begin(caller, request, id -> backtests.ports().files().keep(id, parts, program));
    }

    private static byte[] part(Collection<Part> parts) throws IOException {
        Optional<Part> request = parts.stream()
                .filter(part -> part.getName().equals("request") && part.getSize() <= MAX_REQUEST)
                .findFirst();
        if (request.isEmpty()) {
            return "{}".getBytes(StandardCharsets.UTF_8);
        }
        try (InputStream bytes = request.get().getInputStream()) {
            return bytes.readAllBytes();
        }
    }

    private Request read(Program program, byte[] body) {
        return Request.read(Json.read(body), backtests.ports().programs().now(program));
    }

    /** Keeps the files under the id of a backtest; null for the journal. */
    private interface Keeping {

        @Nullable
        Kept keep(String id) throws IOException;
    }

    private ResponseEntity<byte[]> begin(Caller caller, Request request, Keeping files) throws IOException {
        ProgramId program = caller.program();
        JobRows rows = backtests.rows();
        if (rows.open(program) >= MAX_OPEN) {
            throw new Refused(Code.RATE_LIMITED, MAX_OPEN + " backtests are waiting; cancel some, or come later");
        }
        Chosen before = backtests.ports().rules().files(program, request.before());
        Chosen after = backtests.ports().rules().files(program, request.after());
        String id = UUID.randomUUID().toString();
        Kept kept = files.keep(id);
        Request asked = (kept == null ? request : request.on(kept)).of(before, after);
        rows.add(
                program,
                id,
                new JobRows.Asked(asked, new JobRows.Rules(before.files(), after.files()), caller.actor()));
        backtests.goOn(program);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/backtests/" + id))
                .body(get(caller, id));
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping
    byte[] list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        int size = limit(limit);
        Job after = cursor == null ? null : known(caller.program(), cursor);
        List<Job> page = backtests.rows().list(caller.program(), after, size);
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("backtests");
            page.forEach(job -> JobJson.write(json, job));
            json.writeEndArray();
            if (page.size() < size) {
                json.writeNullProperty("nextCursor");
            } else {
                json.writeStringProperty("nextCursor", page.getLast().id());
            }
            json.writeEndObject();
        });
    }

    private Job known(ProgramId program, String cursor) {
        return backtests
                .rows()
                .find(program, cursor)
                .orElseThrow(
                        () -> Refused.parameter("cursor", "a cursor is taken as it was given, from the page before"));
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return LISTED;
        }
        if (limit.matches("[1-9][0-9]{0,2}") && Integer.parseInt(limit) <= MAX_LISTED) {
            return Integer.parseInt(limit);
        }
        throw Refused.parameter("limit", "a page has 1 to " + MAX_LISTED + " entries");
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping("/{id}")
    byte[] get(Caller caller, @PathVariable String id) {
        Job job = find(caller, id);
        return Json.write(json -> JobJson.write(json, job));
    }

    /** Cancels one that waits or runs; forgets one that is over. */
    @Needs(roles = Role.MARKETER)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Caller caller, @PathVariable String id) {
        Job job = find(caller, id);
        if (job.state().over() || !backtests.rows().end(job, Job.State.CANCELLED, null, null)) {
            backtests.rows().delete(caller.program(), id);
        }
        backtests.ports().files().drop(id);
        return ResponseEntity.noContent().build();
    }

    private Job find(Caller caller, String id) {
        return backtests
                .rows()
                .find(caller.program(), id)
                .orElseThrow(() -> new Refused(Code.BACKTEST_NOT_FOUND, "the program has no backtest of this id"));
    }
}
