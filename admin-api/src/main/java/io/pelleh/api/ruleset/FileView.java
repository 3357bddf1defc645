package io.pelleh.api.ruleset;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import io.pelleh.rules.Grids;
import io.pelleh.rules.RuleBook;
import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.reading.RulesRejected;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;

/**
 * The files of a release in the form that a caller asks for: as they are, as DRL, or a table as a JSON grid; the ETag is
 * always that of the file as it is.
 *
 * @param zone of the program, in which days begin
 */
public record FileView(ZoneId zone, Map<String, byte[]> files) {

    private static final MediaType DRL = MediaType.parseMediaType("text/x-drl;charset=UTF-8");
    private static final MediaType GRID = MediaType.parseMediaType("application/vnd.pelleh.grid+json");
    private static final int MAX_FAULTS = 50;

    /**
     * Answers with a file.
     *
     * @param accept the header, or null
     * @param plain media type of the file as it is
     * @throws Refused 404 when there is none, 406 when it cannot be shown that way
     */
    public ResponseEntity<byte[]> show(String path, @Nullable String accept, MediaType plain) {
        byte[] file = files.get(path);
        if (file == null) {
            throw new Refused(Code.FILE_NOT_FOUND, "there is no file of this path");
        }
        MediaType form = form(accept, plain);
        byte[] shown = DRL.equals(form) ? drl(path) : GRID.equals(form) ? grid(path, file) : file;
        return ResponseEntity.ok()
                .eTag("\"" + ReleaseJson.sha(file) + "\"")
                .varyBy(HttpHeaders.ACCEPT)
                .contentType(form)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .body(shown);
    }

    /** The form that the caller likes best; whatever else is asked for is the file as it is. */
    private static MediaType form(@Nullable String accept, MediaType plain) {
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(accepted);
            MediaType best = accepted.isEmpty() ? plain : accepted.getFirst();
            return best.equalsTypeAndSubtype(DRL) ? DRL : best.equalsTypeAndSubtype(GRID) ? GRID : plain;
        } catch (InvalidMediaTypeException e) {
            throw Refused.because(Code.NOT_ACCEPTABLE, new Fault("", "invalid_accept", "the header Accept is not one"));
        }
    }

    private byte[] drl(String path) {
        RuleBook book = RuleBook.read(zone, files);
        List<Problem> problems = book.problems().stream()
                .filter(problem -> problem.file().equals(path))
                .toList();
        String drl = problems.isEmpty() ? book.drl(path) : "";
        if (drl.isEmpty()) {
            String why = problems.isEmpty() ? "the file holds no rules" : "the rules of the file cannot be read";
            throw refused(Code.NOT_ACCEPTABLE, why, problems);
        }
        return drl.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] grid(String path, byte[] file) {
        if (!Grids.isTable(path)) {
            throw refused(Code.NOT_ACCEPTABLE, "the file is not a table", List.of());
        }
        try {
            return new Grids(files).json(path, file);
        } catch (RulesRejected e) {
            throw refused(Code.NOT_ACCEPTABLE, "the table cannot be shown as a grid", e.problems());
        }
    }

    /** Whether a body of this media type is a grid. */
    public static boolean isGrid(@Nullable String contentType) {
        try {
            return contentType != null && MediaType.parseMediaType(contentType).equalsTypeAndSubtype(GRID);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /**
     * A grid as the file that would be kept under a path: CSV, XLSX or JSON.
     *
     * @throws Refused 415 when the path is not that of a table, 422 with JSON pointers when the grid is wrong
     */
    public byte[] file(String path, byte[] grid) {
        if (!Grids.isTable(path)) {
            throw new Refused(
                    Code.MEDIA_TYPE_UNSUPPORTED, "only a table, .csv, .xlsx or .grid.json, can be written as a grid");
        }
        try {
            return new Grids(files).file(path, grid);
        } catch (RulesRejected e) {
            throw refused(Code.INVALID, "the grid is wrong", e.problems());
        }
    }

    private static Refused refused(Code code, String what, List<Problem> problems) {
        List<Fault> faults =
                problems.stream().limit(MAX_FAULTS).map(FileView::fault).toList();
        return faults.isEmpty()
                ? Refused.because(code, new Fault("", "no_such_form", what))
                : new Refused(code, what, faults);
    }

    private static Fault fault(Problem problem) {
        String pointer = problem.place().pointer();
        String place =
                pointer.isEmpty() && !Objects.equals(problem.place(), Problem.Place.FILE) ? problem.place() + ": " : "";
        String hint = problem.hint().isEmpty() ? "" : "; " + problem.hint();
        return new Fault(pointer.equals("/") ? "" : pointer, "wrong_rules", place + problem.reason() + hint);
    }
}
