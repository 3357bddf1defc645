package io.pelleh.api.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources of every module of the build. */
final class SourceTree {

    private final Path root;

    private SourceTree(Path root) {
        this.root = root;
    }

    /** Starts in the working directory and climbs to the folder that holds the modules. */
    static SourceTree ofThisBuild() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("engine/pom.xml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no folder above the working directory holds engine/pom.xml");
        }
        return new SourceTree(folder);
    }

    /** Paths relative to the root, main and test, sorted. */
    List<Path> javaFiles() {
        return filesBelow("src")
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** Folders below {@code src/main/java} which hold a Java file, relative to the root, sorted. */
    List<Path> mainPackages() {
        return filesBelow("src/main/java")
                .filter(file -> file.toString().endsWith(".java"))
                .map(Path::getParent)
                .distinct()
                .toList();
    }

    boolean exists(Path relative) {
        return Files.exists(root.resolve(relative));
    }

    String read(Path relative) {
        try {
            return Files.readString(root.resolve(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Path> filesBelow(String folder) {
        return modules()
                .map(module -> module.resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(this::walk)
                .sorted();
    }

    private Stream<Path> modules() {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(child -> Files.exists(child.resolve("pom.xml"))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> !file.toString().contains("node_modules"))
                    .filter(Files::isRegularFile)
                    .map(root::relativize)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
