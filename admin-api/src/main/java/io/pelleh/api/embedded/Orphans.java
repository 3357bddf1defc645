package io.pelleh.api.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Servers that outlived a killed instance, known by the program and by an argument that names our own data folder. */
final class Orphans {

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

    private static final int POLL_MILLIS = 20;

    private Orphans() {}

    /**
     * Ends every process that runs the program with this argument, and waits for it.
     *
     * @param program file name of the executable
     * @param argument one whole argument, with the absolute data folder in it
     */
    static void end(String program, String argument) {
        ProcessHandle.allProcesses()
                .filter(process -> runs(process, program, argument))
                .toList()
                .forEach(Orphans::end);
    }

    private static void end(ProcessHandle orphan) {
        LOG.info("Ending process {}, left behind by an instance that was killed", orphan.pid());
        orphan.destroy();
        if (ended(orphan)) {
            return;
        }
        orphan.destroyForcibly();
        if (!ended(orphan)) {
            throw new ServerNotStarted("server", "process " + orphan.pid() + " still holds its data; end it", null);
        }
    }

    private static boolean ended(ProcessHandle orphan) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(EmbeddedServer.STOP_SECONDS);
        while (isRunning(orphan) && System.nanoTime() < deadline) {
            orphan.onExit()
                    .completeOnTimeout(orphan, POLL_MILLIS, TimeUnit.MILLISECONDS)
                    .join();
        }
        return !isRunning(orphan);
    }

    // A process that is dead but not yet collected by its parent, state Z, counts as alive, though it holds no file.
    private static boolean isRunning(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            return process.isAlive() && !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }

    // Read from /proc: ProcessHandle.Info leaves out the arguments of long command lines.
    private static boolean runs(ProcessHandle process, String program, String argument) {
        try {
            var line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
            var arguments = List.of(line.split("\0", -1));
            var wanted = new String(argument.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            return arguments.getFirst().endsWith("/" + program) && arguments.contains(wanted);
        } catch (IOException e) {
            // It ended meanwhile, or it is another user's: not ours.
            return false;
        }
    }
}
