package io.pelleh.api.imports;

import io.pelleh.api.imports.csv.SourceFile;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bulk imports: send files, watch, stop, resume, fetch what was rejected. */
@RestController
@RequestMapping(path = "/v1/imports", produces = MediaType.APPLICATION_JSON_VALUE)
class ImportsController {

    private static final int MAX_LISTED = 100;
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,36}");

    private final Imports imports;

    ImportsController(Imports imports) {
        this.imports = imports;
    }

    @Needs(Scope.INGEST)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> begin(Caller caller, HttpServletRequest request) throws IOException {
        Job job = new ImportUpload(imports).take(caller, PastFiles.parts(request));
        imports.resume(job);
        return accepted(caller, job.id());
    }

    @Needs(value = Scope.INGEST, roles = Role.VIEWER)
    @GetMapping
    byte[] list(Caller caller) {
        List<Job> jobs = imports.stores().jobs().list(caller.program(), MAX_LISTED);
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("imports");
            jobs.forEach(job -> {
                json.writeStartObject();
                ImportJson.members(json, job);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    @Needs(value = Scope.INGEST, roles = Role.VIEWER)
    @GetMapping("/{id}")
    byte[] get(Caller caller, @PathVariable String id) {
        Job job = find(caller, id);
        return Json.write(json -> {
            json.writeStartObject();
            ImportJson.members(json, job);
            json.writeEndObject();
        });
    }

    /** The rejected rows as CSV: file, line and reason before the row itself. */
    @Needs(value = Scope.INGEST, roles = Role.VIEWER)
    @GetMapping(path = "/{id}/rejects", produces = "text/csv")
    void rejects(Caller caller, @PathVariable String id, HttpServletResponse response) throws IOException {
        Job job = find(caller, id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + job.id() + ".rejects.csv\"");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            out.write("file,line,reason,row\n");
            imports.stores().rows().rejects(job.id(), reject -> write(out, job, reject));
        }
    }

    private static void write(Writer out, Job job, StagedRows.Reject reject) {
        String file = job.plan().files().get(Job.file(reject.at()) - 1).name();
        String line = Long.toString(Job.line(reject.at()));
        try {
            out.write(SourceFile.line(List.of(file, line, reject.reason())) + "," + reject.original() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops an import; what is applied stays, and it can be resumed. */
    @Needs(Scope.INGEST)
    @PostMapping("/{id}/cancel")
    byte[] cancel(Caller caller, @PathVariable String id) {
        find(caller, id);
        imports.stores().jobs().stop(caller.program(), id);
        return get(caller, id);
    }

    @Needs(Scope.INGEST)
    @PostMapping("/{id}/resume")
    ResponseEntity<byte[]> resume(Caller caller, @PathVariable String id) {
        Job job = find(caller, id);
        if (job.state() != Job.State.DONE && !imports.resume(job)) {
            throw new Refused(Code.IMPORT_RUNNING, "import " + id + " is running, or its files are still coming in");
        }
        return accepted(caller, id);
    }

    /** Forgets an import that is not running: its rejected rows, and what was not applied yet. */
    @Needs(Scope.INGEST)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Caller caller, @PathVariable String id) {
        Job job = find(caller, id);
        if (job.state() == Job.State.STAGING || job.state() == Job.State.APPLYING) {
            throw new Refused(Code.IMPORT_RUNNING, "import " + id + " is running; cancel it first");
        }
        Stores stores = imports.stores();
        stores.rows().drop(id);
        stores.rows().dropRejects(id);
        stores.uploads().drop(id);
        stores.jobs().delete(caller.program(), id);
        return ResponseEntity.noContent().build();
    }

    private Job find(Caller caller, String id) {
        return Optional.of(id)
                .filter(known -> ID.matcher(known).matches())
                .flatMap(known -> imports.stores().jobs().find(caller.program(), known))
                .orElseThrow(() -> new Refused(Code.IMPORT_NOT_FOUND, "the program has no import of this id"));
    }

    private ResponseEntity<byte[]> accepted(Caller caller, String id) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/imports/" + id))
                .body(get(caller, id));
    }
}
