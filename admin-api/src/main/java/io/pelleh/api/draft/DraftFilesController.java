package io.pelleh.api.draft;

import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.ruleset.FileView;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import io.pelleh.engine.program.Programs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The files of a draft; an ETag is the SHA-256 of a file as it is, in whatever form it is shown or written. */
@RestController
@RequestMapping("/v1/drafts/{id}/files")
class DraftFilesController {

    private final Drafts drafts;
    private final Editing editing;
    private final Programs programs;

    DraftFilesController(Drafts drafts, Editing editing, Programs programs) {
        this.drafts = drafts;
        this.editing = editing;
        this.programs = programs;
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] list(Caller caller, @PathVariable String id) {
        Map<String, byte[]> files = new TreeMap<>(drafts.files(caller.program(), id));
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("files");
            files.forEach((path, bytes) -> {
                json.writeStartObject();
                json.writeStringProperty("path", path);
                json.writeStringProperty("etag", Content.of(bytes).sha());
                json.writeNumberProperty("bytes", bytes.length);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping("/{*path}")
    ResponseEntity<byte[]> get(
            Caller caller,
            @PathVariable String id,
            @PathVariable String path,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        String file = path.substring(1);
        return view(caller, id).show(file, accept, MediaType.parseMediaType(FilePath.mediaType(file)));
    }

    private FileView view(Caller caller, String id) {
        return new FileView(programs.get(caller.program()).zone(), drafts.files(caller.program(), id));
    }

    @Needs(roles = Role.MARKETER)
    @PutMapping(path = "/{*path}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> put(
            Caller caller, @PathVariable String id, @PathVariable String path, HttpServletRequest request)
            throws IOException {
        String seen = seen(request);
        String file = FilePath.of(path.substring(1));
        byte[] body = request.getInputStream().readAllBytes();
        boolean grid = FileView.isGrid(request.getContentType());
        Content content = Content.of(grid ? view(caller, id).file(file, body) : body);
        Draft draft = editing.edit(new Edit(caller.program(), id, file, seen, content, caller.actor()));
        HttpStatus status = seen.equals(Edit.NONE) ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status)
                .eTag("\"" + content.sha() + "\"")
                .body(written(draft, file, content.sha()));
    }

    @Needs(roles = Role.MARKETER)
    @DeleteMapping(path = "/{*path}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] delete(Caller caller, @PathVariable String id, @PathVariable String path, HttpServletRequest request) {
        String seen = seen(request);
        String file = path.substring(1);
        if (editing.file(caller.program(), id, file).isEmpty()) {
            throw new Refused(Code.FILE_NOT_FOUND, "the draft has no file of this path");
        }
        Draft draft = editing.edit(new Edit(caller.program(), id, file, seen, null, caller.actor()));
        return written(draft, file, null);
    }

    private static String seen(HttpServletRequest request) {
        String match = request.getHeader(HttpHeaders.IF_MATCH);
        String none = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (match == null && none == null) {
            throw Expected.missing();
        }
        return match == null ? Edit.NONE : match.strip().replace("\"", "");
    }

    private static byte[] written(Draft draft, String path, @Nullable String etag) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("path", path);
            if (etag == null) {
                json.writeNullProperty("etag");
            } else {
                json.writeStringProperty("etag", etag);
            }
            DraftJson.write(json, "draft", draft);
            json.writeEndObject();
        });
    }
}
