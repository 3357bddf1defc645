package io.pelleh.rules.reading;

import io.pelleh.engine.decision.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file of rules. */
final class RuleFile {

    private static final List<String> DOUBLE = List.of("grid.json", "guided.json");

    private final String path;
    private final byte[] bytes;

    /** @param path kind, name and ending: {@code promotions/free-shipping.csv} */
    RuleFile(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    String path() {
        return path;
    }

    int size() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The kind of its rules, by its folder. */
    Optional<Stage> stage() {
        for (Stage stage : Stage.values()) {
            if (path.startsWith(folder(stage) + "/")) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }

    static String folder(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    /** Kind and name: {@code promotions/free-shipping}. */
    String set() {
        String ending = "." + ending();
        return path.endsWith(ending) ? path.substring(0, path.length() - ending.length()) : path;
    }

    String ending() {
        for (String ending : DOUBLE) {
            if (path.endsWith("." + ending)) {
                return ending;
            }
        }
        return path.substring(path.lastIndexOf('.') + 1);
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
