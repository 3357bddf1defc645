package io.pelleh.api.ruleset;

import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.ruleset.ReleaseStore.Released;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.engine.program.Programs;
import io.pelleh.rules.RuleBook;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The releases of the caller's program. */
@RestController
@RequestMapping("/v1/releases")
class ReleasesController {

    private static final int PAGE = 50;

    private final Releases releases;
    private final Programs programs;

    ReleasesController(Releases releases, Programs programs) {
        this.releases = releases;
        this.programs = programs;
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] list(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        List<Released> all = releases.all(caller.program());
        long before = cursor == null ? Long.MAX_VALUE : number(cursor);
        List<Released> page = all.reversed().stream()
                .filter(release -> release.number() < before)
                .limit(PAGE)
                .toList();
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("releases");
            for (Released release : page) {
                json.writeStartObject();
                ReleaseJson.members(json, release, all);
                json.writeEndObject();
            }
            json.writeEndArray();
            if (page.size() < PAGE) {
                json.writeNullProperty("nextCursor");
            } else {
                json.writeStringProperty(
                        "nextCursor", Long.toString(page.getLast().number()));
            }
            json.writeEndObject();
        });
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping(path = "/{n}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] get(Caller caller, @PathVariable String n) {
        Released release = find(caller.program(), n);
        return Json.write(json -> {
            json.writeStartObject();
            ReleaseJson.members(json, release, releases.all(caller.program()));
            ReleaseJson.versions(json, release, releases.files(caller.program(), release.number()));
            ReleaseJson.nodes(json, releases.nodes().of(caller.program(), release.number()));
            ReleaseJson.placed(json, releases.nodes().placed(caller.program(), release.number()));
            json.writeEndObject();
        });
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping(path = "/{n}/files", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] files(Caller caller, @PathVariable String n) {
        Map<String, byte[]> files = new TreeMap<>(
                releases.files(caller.program(), find(caller.program(), n).number()));
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("files");
            files.forEach((path, bytes) -> {
                json.writeStartObject();
                json.writeStringProperty("path", path);
                json.writeStringProperty("etag", ReleaseJson.sha(bytes));
                json.writeNumberProperty("bytes", bytes.length);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping("/{n}/files/{*path}")
    ResponseEntity<byte[]> file(
            Caller caller,
            @PathVariable String n,
            @PathVariable String path,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Released release = find(caller.program(), n);
        Map<String, byte[]> files = releases.files(caller.program(), release.number());
        ZoneId zone = programs.get(caller.program()).zone();
        return new FileView(zone, files).show(path.substring(1), accept, MediaType.APPLICATION_OCTET_STREAM);
    }

    /** What is different from an older release, in business words. */
    @Needs(roles = Role.VIEWER)
    @GetMapping(path = "/{n}/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] changes(Caller caller, @PathVariable String n, @RequestParam(required = false) @Nullable String since) {
        Released release = find(caller.program(), n);
        long from = since == null ? Math.max(1, release.number() - 1) : number(since);
        Map<String, byte[]> was = releases.files(
                caller.program(), find(caller.program(), Long.toString(from)).number());
        Map<String, byte[]> is = releases.files(caller.program(), release.number());
        ZoneId zone = programs.get(caller.program()).zone();
        return ReleaseJson.changes(was, is, RuleBook.changes(RuleBook.read(zone, was), RuleBook.read(zone, is)));
    }

    /** All files, or those of one rule set, as a zip in the layout of a folder of rules. */
    @Needs(roles = Role.VIEWER)
    @GetMapping(path = "/{n}/export", produces = "application/zip")
    ResponseEntity<byte[]> export(
            Caller caller, @PathVariable String n, @RequestParam(required = false) @Nullable String set) {
        Released release = find(caller.program(), n);
        Map<String, byte[]> files = new TreeMap<>(releases.files(caller.program(), release.number()));
        if (set != null) {
            files.keySet().removeIf(path -> !path.startsWith(set + "."));
            if (files.isEmpty()) {
                throw new Refused(Code.FILE_NOT_FOUND, "the release has no such rule set");
            }
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"release-" + release.number() + ".zip\"")
                .body(RuleZip.write(files));
    }

    private Released find(ProgramId program, String n) {
        return releases.find(program, number(n));
    }

    private static long number(String n) {
        if (n.isEmpty() || n.length() > 18 || !n.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refused.parameter("release", "a release is a number");
        }
        return Long.parseLong(n);
    }
}
