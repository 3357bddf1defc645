package io.pelleh.api.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** One server process that can be stopped, killed and started again on the same port and the same data. */
public final class EmbeddedServer {

    static final int STOP_SECONDS = 60;

    private static final int START_SECONDS = 120;
    private static final int POLL_MILLIS = 10;
    private static final int LOG_LINES = 15;
    private static final Path NO_INPUT = Path.of("/dev/null");
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Launch launch;
    private @Nullable Process process;

    EmbeddedServer(Launch launch) {
        this.launch = launch;
    }

    /**
     * How to run a server.
     *
     * @param answers whether the server answers on the given port
     * @param afterStart what to do once it answers
     */
    record Launch(String name, int port, List<String> command, Path log, IntPredicate answers, Runnable afterStart) {}

    /** The loopback port, the same for the life of this object. */
    public int port() {
        return launch.port();
    }

    /** The process id, or -1 while it is stopped. */
    public synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    /** Starts the server, unless it runs, and waits until it answers; throws {@link ServerNotStarted}. */
    public synchronized void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        try {
            var started = detached(launch.command(), NO_INPUT, launch.log());
            process = started;
            awaitAnswer(started);
        } catch (IOException e) {
            throw notStarted(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notStarted("interrupted", e);
        }
        launch.afterStart().run();
    }

    /** Stops the server in its own orderly way, keeping its data, and waits until it is gone. */
    public synchronized void stop() {
        end(false);
    }

    /** Ends the server at once, as a crash would, and waits until it is gone. */
    public synchronized void kill() {
        end(true);
    }

    /**
     * Runs a command in a session of its own, where Ctrl-C and Ctrl-\ in the terminal do not reach it: Redis would end
     * before the application has shut down.
     */
    static Process detached(List<String> command, Path input, Path log) throws IOException {
        var whole = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            whole.add(SETSID.toString());
        }
        whole.addAll(command);
        return new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectInput(input.toFile())
                .redirectOutput(log.toFile())
                .start();
    }

    /** The last lines a server wrote, for messages. */
    static String lastLines(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private void awaitAnswer(Process started) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!launch.answers().test(launch.port())) {
            if (started.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw notStarted("it ended with status " + started.exitValue(), null);
            }
            if (System.nanoTime() > deadline) {
                end(true);
                throw notStarted("no answer on port " + launch.port() + " within " + START_SECONDS + " s", null);
            }
        }
    }

    private ServerNotStarted notStarted(String why, @Nullable Throwable cause) {
        return new ServerNotStarted(
                launch.name(), why + ". Its last words in " + launch.log() + ":\n" + lastLines(launch.log()), cause);
    }

    private void end(boolean atOnce) {
        var running = process;
        process = null;
        if (running == null) {
            return;
        }
        if (!atOnce) {
            running.destroy();
            running.onExit()
                    .completeOnTimeout(running, STOP_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
        running.destroyForcibly();
        running.onExit().join();
    }
}
