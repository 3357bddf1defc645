package io.pelleh.api.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The folder that holds everything the embedded servers keep, owned by one live instance at a time. */
final class DataFolder implements AutoCloseable {

    /** Static because file locks belong to the process: closing a second channel on the file would drop the first lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final int HOLDER_BYTES = 64;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates the folder if it is missing and takes its lock; throws {@link DataFolderInUse} when another instance has it. */
    static DataFolder lock(Path folder) throws IOException {
        // The real path, so that one folder is one text on every command line, however it was reached.
        var path = Files.createDirectories(folder).toRealPath();
        if (!HELD.add(path)) {
            throw new DataFolderInUse(path, "this same process");
        }
        try {
            return new DataFolder(path, lockFile(path));
        } catch (IOException | RuntimeException e) {
            HELD.remove(path);
            throw e;
        }
    }

    private static FileChannel lockFile(Path path) throws IOException {
        var channel = FileChannel.open(
                path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            try (channel) {
                throw new DataFolderInUse(path, "process " + holder(channel));
            }
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static String holder(FileChannel channel) throws IOException {
        var text = ByteBuffer.allocate(HOLDER_BYTES);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
    }

    Path path() {
        return path;
    }

    /** Releases the folder; the data stays. May be repeated. */
    @Override
    public synchronized void close() {
        if (!lock.isOpen()) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not release data folder " + path, e);
        } finally {
            HELD.remove(path);
        }
    }

    /** Creates a folder that only its owner can read: it holds data and passwords. */
    static Path privateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
