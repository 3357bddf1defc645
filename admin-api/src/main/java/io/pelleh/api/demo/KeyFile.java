package io.pelleh.api.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Keeps the demo's API key where only the owner of the data folder can read it, so that every start can print it. */
final class KeyFile {

    private final Path path;

    KeyFile(Path dataFolder) {
        this.path = dataFolder.resolve("demo-key");
    }

    Optional<String> read() throws IOException {
        return Files.exists(path) ? Optional.of(Files.readString(path).strip()) : Optional.empty();
    }

    /** Keeps a key in the place of the one before; it is never readable by others, not even for a moment. */
    void write(String key) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(
                Files.createDirectories(folder),
                "demo-key",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, key + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
