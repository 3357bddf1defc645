package io.pelleh.api.embedded;

import io.pelleh.api.fixtures.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that starts the servers and waits until it is ended. */
final class OwningProcess {

    private static final String READY = "READY";

    private OwningProcess() {}

    public static void main(String[] args) throws IOException {
        try (var servers = Servers.own(Path.of(args[0]))) {
            System.out.println(
                    READY + " " + servers.mysql().pid() + " " + servers.redis().pid());
            while (System.in.read() >= 0) {}
        }
    }

    /** Starts it, hands over the process ids of MariaDB and Redis, kills it with SIGKILL and waits for its end. */
    static List<ProcessHandle> startAndKill(Path dataFolder) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OwningProcess.class.getName(),
                        dataFolder.toString())
                .redirectErrorStream(true)
                .start();
        try (var out = process.inputReader()) {
            var before = new StringBuilder();
            var line = out.readLine();
            while (line != null && !line.startsWith(READY)) {
                before.append(line).append('\n');
                line = out.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The owning process ended before its servers were ready:\n" + before);
            }
            var pids = line.substring(READY.length()).strip().split(" ", -1);
            return List.of(handle(pids[0]), handle(pids[1]));
        } finally {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static ProcessHandle handle(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
