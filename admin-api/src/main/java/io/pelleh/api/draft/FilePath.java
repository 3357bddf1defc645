package io.pelleh.api.draft;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which paths a file of a release may have: those that are the same file on every computer. */
final class FilePath {

    private static final int MAX_LENGTH = 150;
    private static final Pattern PATH = Pattern.compile(
            "[a-z]{2,20}(/[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\u200c_-]{0,63}(\\.[\\p{L}\\p{N}_-]{1,20}){0,3}){1,3}");
    private static final Set<String> ENDINGS =
            Set.of("csv", "xlsx", "drl", "dsl", "dslr", "yaml", "json", "md", "bpmn", "txt");

    private FilePath() {}

    /**
     * The path as it is kept.
     *
     * @throws Refused when no release may have such a file
     */
    static String of(String path) {
        String normal = Normalizer.normalize(path, Normalizer.Form.NFC);
        if (!fits(normal)) {
            throw Refused.because(Code.INVALID, new Fault("", "invalid_path", """
                    a path is kind/name.ending: lower-case letters, digits, - and _, at most 150; the ending is one of \
                    csv, xlsx, drl, dsl, dslr, yaml, json, md, bpmn and txt"""));
        }
        return normal;
    }

    static boolean fits(String path) {
        return path.length() <= MAX_LENGTH
                && PATH.matcher(path).matches()
                && path.equals(path.toLowerCase(Locale.ROOT))
                && ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    /** The media type that a path's ending stands for. */
    static String mediaType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "csv" -> "text/csv;charset=UTF-8";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "json" -> "application/json";
            case "yaml" -> "application/yaml";
            case "bpmn" -> "application/xml";
            case "md" -> "text/markdown;charset=UTF-8";
            default -> "text/plain;charset=UTF-8";
        };
    }
}
