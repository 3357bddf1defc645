package io.pelleh.api.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Public data sets in the folder of the property {@code pelleh.data}, and the mappings that ship for them. */
public final class RealData {

    private RealData() {}

    /** A folder of data; the test is skipped, and says so, where it is absent. */
    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("pelleh.data", "")).resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no data in " + folder);
        return folder;
    }

    static FilePart[] files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(FilePart::of)
                    .toArray(FilePart[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String mapping(String name) {
        try {
            return Files.readString(Path.of("..", "docs", "imports", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
