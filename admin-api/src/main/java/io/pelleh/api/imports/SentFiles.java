package io.pelleh.api.imports;

import io.pelleh.api.imports.csv.Mapping;
import io.pelleh.api.imports.csv.MappingJson;
import io.pelleh.api.imports.csv.SourceFile;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.program.Program;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The files of a form that fit the mapping beside them.
 *
 * @param json the mapping as it was sent
 */
record SentFiles(String json, Mapping mapping, List<Part> files) {

    private static final int MAX_FILES = 99;
    private static final int MAX_NAME = 100;
    private static final int MAX_MAPPING = 64 << 10;

    /** @throws Refused when the mapping is wrong, or a file is not as it says */
    static SentFiles of(Collection<Part> parts, Program program) throws IOException {
        byte[] json = mapping(parts);
        Mapping mapping = MappingJson.read(json);
        List<Part> files =
                parts.stream().filter(part -> part.getName().equals("file")).toList();
        if (files.isEmpty() || files.size() > MAX_FILES) {
            throw wrong("file", "1 to " + MAX_FILES + " parts named file are expected");
        }
        for (Part file : files) {
            check(file, mapping);
        }
        checkUnit(mapping, program);
        return new SentFiles(new String(json, StandardCharsets.UTF_8), mapping, files);
    }

    /** Where the rows come from: what the mapping says, or the name of the first file. */
    String source() {
        String told = mapping.source();
        return told == null ? name(files.getFirst()) : told;
    }

    /** Bytes as they were sent. */
    long bytes() {
        return files.stream().mapToLong(Part::getSize).sum();
    }

    private static byte[] mapping(Collection<Part> parts) throws IOException {
        Part mapping = parts.stream()
                .filter(part -> part.getName().equals("mapping") && part.getSize() <= MAX_MAPPING)
                .findFirst()
                .orElseThrow(() -> wrong("mapping", "a part named mapping with JSON of at most 64 KiB is expected"));
        try (InputStream bytes = mapping.getInputStream()) {
            return bytes.readAllBytes();
        }
    }

    private static void check(Part file, Mapping mapping) throws IOException {
        try (InputStream bytes = file.getInputStream();
                SourceFile source = SourceFile.open(bytes, mapping)) {
            List<String> missing = source.missing(mapping);
            if (!missing.isEmpty()) {
                throw Refused.because(
                        Code.INVALID,
                        new Fault(
                                "/columns",
                                "column_missing",
                                name(file) + " has no column " + String.join(", ", missing) + "; it has "
                                        + String.join(", ", source.titles())));
            }
        } catch (UncheckedIOException e) {
            throw wrong("file", name(file) + " is no readable CSV or gzip file");
        }
    }

    private static void checkUnit(Mapping mapping, Program program) {
        if (mapping.inToman() && !program.currency().code().equals("IRR")) {
            throw Refused.because(
                    Code.INVALID,
                    new Fault("/money", "no_toman", "toman is a unit of IRR, not of " + program.currency()));
        }
    }

    /** Keeps them under the id of whatever reads them. */
    List<Job.Upload> keep(Uploads uploads, String id) throws IOException {
        List<Job.Upload> kept = new ArrayList<>();
        for (Part file : files) {
            try (InputStream bytes = file.getInputStream()) {
                kept.add(new Job.Upload(name(file), uploads.keep(id, kept.size() + 1, bytes)));
            }
        }
        return kept;
    }

    private static String name(Part file) {
        String name = file.getSubmittedFileName();
        if (name == null || name.isBlank()) {
            return "file";
        }
        String last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1)
                .replaceAll("\\p{Cntrl}", "_")
                .strip();
        String kept = last.length() > MAX_NAME ? last.substring(0, MAX_NAME).strip() : last;
        return kept.isEmpty() ? "file" : kept;
    }

    private static Refused wrong(String part, String detail) {
        return Refused.because(Code.INVALID, new Fault("/" + part, "invalid_" + part, detail));
    }
}
