package io.pelleh.bench.load;

import io.pelleh.bench.shop.Shop;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The application as a child process on free loopback ports, with embedded servers and data that go when it does. */
final class ShopProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 60;

    /** The same on every node; what is digested here is made up. */
    private static final String DIGEST_KEY = "cGVsbGVoLWJlbmNoLXBlbGxlaC1iZW5jaC1wZWxsZWg=";

    private static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"), "pelleh-bench-programs");

    private final Process process;
    private final Path data;
    private final int port;
    private final String key;

    private ShopProcess(Process process, Path data, String ready) {
        this.process = process;
        this.data = data;
        String[] words = ready.substring(Shop.READY.length()).split(" ", 2);
        this.port = Integer.parseInt(words[0]);
        this.key = words[1];
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param settings of the application, {@code --name=value}
     * @throws IOException with what it said last when it does not start
     */
    static ShopProcess start(String... settings) throws IOException {
        Path data = Files.createTempDirectory("pelleh-bench");
        Process process = new ProcessBuilder(command(data, settings))
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(Shop.READY)) {
                Thread.ofVirtual().start(() -> drain(output));
                return new ShopProcess(process, data, line);
            }
            said.add(line);
        }
        throw new IOException("the application did not start:\n" + String.join("\n", said));
    }

    /**
     * Starts another node of this shop, on the same MySQL and Redis.
     *
     * @param settings of the application, {@code --name=value}
     */
    ShopProcess another(String... settings) throws IOException {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--spring.config.additional-location=file:" + data.resolve(Shop.SERVERS));
        all.add("--" + Shop.KEY + "=" + key);
        return start(all.toArray(String[]::new));
    }

    private static List<String> command(Path data, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                Shop.class.getName(),
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--server.tomcat.max-keep-alive-requests=-1",
                "--logging.level.root=WARN",
                "--spring.main.banner-mode=off",
                "--pelleh.demo.enabled=false",
                "--pelleh.data-folder=" + data,
                "--pelleh.programs-folder=" + PROGRAMS,
                "--pelleh.digest-key=" + DIGEST_KEY));
        command.addAll(List.of(settings));
        return command;
    }

    /** What it has to say is passed on: warnings only. */
    private static void drain(BufferedReader output) {
        output.lines().forEach(System.err::println);
    }

    int port() {
        return port;
    }

    /** A key with every scope. */
    String key() {
        return key;
    }

    /** CPU time the application has used so far, its servers not counted. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it in its orderly way, servers included, and deletes its data. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
