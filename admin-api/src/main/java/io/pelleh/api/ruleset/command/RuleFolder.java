package io.pelleh.api.ruleset.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of rules on disk; what begins with a dot or is a link is passed over. */
final class RuleFolder {

    private static final int MAX_DEPTH = 5;
    private static final int MAX_FILES = 1_000;
    private static final long MAX_FILE_BYTES = 8 << 20;

    private final Path folder;

    RuleFolder(Path folder) {
        this.folder = folder;
    }

    /** Bytes by path, {@code promotions/upsell.csv}; none when there is no such folder. */
    Map<String, byte[]> read() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> tree = Files.walk(folder, MAX_DEPTH)) {
            for (Path file : tree.filter(this::counts).limit(MAX_FILES).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private boolean counts(Path file) {
        Path inside = folder.relativize(file);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && inside.getNameCount() > 1
                && !("/" + inside).replace('\\', '/').contains("/.")
                && file.toFile().length() <= MAX_FILE_BYTES;
    }
}
