package io.pelleh.api.draft;

import io.pelleh.api.ruleset.RuleZip;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A draft's files as a zip, out and in. */
@RestController
@RequestMapping("/v1/drafts/{id}")
class ArchiveController {

    private static final String ZIP = "application/zip";

    private final Drafts drafts;
    private final Editing editing;

    ArchiveController(Drafts drafts, Editing editing) {
        this.drafts = drafts;
        this.editing = editing;
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping(path = "/export", produces = ZIP)
    ResponseEntity<byte[]> export(Caller caller, @PathVariable String id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rules.zip\"")
                .body(RuleZip.write(drafts.files(caller.program(), id)));
    }

    /** Writes the files of a zip; with {@code replace} those that are not in it are taken out. */
    @Needs(roles = Role.MARKETER)
    @PostMapping(path = "/import", consumes = ZIP, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> take(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean replace,
            HttpServletRequest request)
            throws IOException {
        Expected.of(caller.actor(), request.getHeader(HttpHeaders.IF_MATCH)).check(drafts.get(caller.program(), id));
        Map<String, byte[]> zip = RuleZip.read(request.getInputStream().readAllBytes());
        Map<String, byte[]> now = drafts.files(caller.program(), id);
        List<Edit> edits = new ArrayList<>();
        Edit like = new Edit(caller.program(), id, "", Edit.NONE, null, caller.actor());
        zip.forEach((path, bytes) -> edits.add(like.of(FilePath.of(path), now.get(path), bytes)));
        if (replace) {
            now.keySet().stream()
                    .filter(path -> !zip.containsKey(path))
                    .forEach(path -> edits.add(like.of(path, now.get(path), null)));
        }
        Draft draft = editing.apply(caller.program(), id, edits);
        return DraftsController.answer(HttpStatus.OK, draft, drafts.changes(caller.program(), id));
    }
}
