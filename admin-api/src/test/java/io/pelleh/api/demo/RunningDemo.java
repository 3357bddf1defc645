package io.pelleh.api.demo;

import io.pelleh.api.Pelleh;
import io.pelleh.api.fixtures.Servers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application as a newcomer starts it: a JVM of its own, no settings but a folder and a free port. */
final class RunningDemo {

    private static final int END_SECONDS = 90;

    private final Path folder;
    private final Process process;
    private final List<String> printed = new ArrayList<>();

    private RunningDemo(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Starts it and waits until it says that it is ready, and how to look around. */
    static RunningDemo start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Pelleh.class.getName(),
                        "--server.port=0",
                        "--pelleh.data-folder=" + folder,
                        "--pelleh.programs-folder=" + Servers.PROGRAMS.toAbsolutePath())
                .redirectErrorStream(true)
                .start();
        RunningDemo demo = new RunningDemo(folder, process);
        demo.readBanner();
        return demo;
    }

    private void readBanner() throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        while (!shown()) {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("it ended before it was ready:\n" + String.join("\n", printed));
            }
            printed.add(line);
        }
        Thread.ofVirtual().start(() -> out.lines().forEach(line -> {}));
    }

    private boolean shown() {
        return !printed.isEmpty()
                && printed.getLast().startsWith("curl ")
                && curls().size()
                        == new Tour("", java.time.LocalDate.EPOCH).steps().size();
    }

    List<String> printed() {
        return printed;
    }

    List<String> curls() {
        return printed.stream().filter(line -> line.startsWith("curl ")).toList();
    }

    String key() {
        return printed.stream()
                .filter(line -> line.startsWith("KEY="))
                .findFirst()
                .orElseThrow();
    }

    /** Runs a printed line in a shell that was given the printed key, and returns what it prints. */
    String paste(String curl) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", key() + "\n" + curl)
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (shell.waitFor() != 0) {
            throw new IllegalStateException(curl + "\nsays: " + said);
        }
        return said;
    }

    /** Ends it as Ctrl-C or an operator would. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Ends it as a crash would. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("it did not end within " + END_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Everything that still runs on the folder. */
    List<String> leftOver() {
        return ProcessHandle.allProcesses()
                .flatMap(handle -> handle.info().commandLine().stream())
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }
}
