package io.pelleh.api.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The embedded Redis: it keeps its data over an orderly stop and comes up empty, never behind, after a crash. */
final class Redis {

    private static final int PORTS_FROM = 26_000;
    private static final int PORTS_TO = 32_000;

    private Redis() {}

    /** Writes the configuration; the server is not started yet. */
    static EmbeddedServer prepare(Programs programs, Path folder, String password) throws IOException {
        DataFolder.privateFolder(folder);
        var configuration = folder.resolve("redis.conf");
        Orphans.end("redis-server", configuration.toString());

        int port = Loopback.freePort(PORTS_FROM, PORTS_TO);
        Files.writeString(configuration, configuration(folder, port, password));
        return new EmbeddedServer(new EmbeddedServer.Launch(
                "Redis",
                port,
                List.of(programs.redisServer().toString(), configuration.toString()),
                folder.resolve("server.log"),
                answeringPort -> answers(answeringPort, password),
                () -> forgetSnapshot(folder)));
    }

    // A save point that never falls due: SIGTERM writes a snapshot only where there is one.
    private static String configuration(Path folder, int port, String password) {
        return """
                bind %s
                port %d
                requirepass %s
                dir "%s"
                dbfilename dump.rdb
                appendonly no
                save 2000000000 1
                maxmemory-policy noeviction
                # The command line must keep naming this file: the next start finds a left-over server by it.
                set-proc-title no
                """.formatted(
                        Loopback.HOST,
                        port,
                        password,
                        folder.toString().replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private static boolean answers(int port, String password) {
        try (var socket = Loopback.connect(port);
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
            return "+OK".equals(in.readLine()) && "+PONG".equals(in.readLine());
        } catch (IOException e) {
            return false;
        }
    }

    // It is loaded now and would be out of date after a crash.
    private static void forgetSnapshot(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve("dump.rdb"));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete the loaded Redis snapshot in " + folder, e);
        }
    }
}
