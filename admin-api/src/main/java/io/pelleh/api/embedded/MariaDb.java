package io.pelleh.api.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The embedded MariaDB: durable, UTF-8, UTC, with the SQL mode of MySQL 8, reachable with a password over loopback only. */
final class MariaDb {

    static final String USER = "pelleh";
    static final String DATABASE = "pelleh";

    private static final int PORTS_FROM = 20_000;
    private static final int PORTS_TO = 26_000;

    private static final List<String> SETTINGS = List.of(
            "--bind-address=" + Loopback.HOST,
            "--skip-name-resolve",
            "--skip-ssl",
            "--socket=",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=256M",
            "--transaction-isolation=READ-COMMITTED",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_unicode_ci",
            "--default-time-zone=+00:00",
            "--max-allowed-packet=64M",
            "--max-connections=300",
            "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
                    + "NO_ENGINE_SUBSTITUTION");

    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private final Programs programs;
    private final Path folder;
    private final Path data;

    private MariaDb(Programs programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
        this.data = folder.resolve("data");
    }

    /** Installs the data folder where that is not yet complete; the server is not started yet. */
    static EmbeddedServer prepare(Programs programs, Path folder, String password) throws IOException {
        var mariadb = new MariaDb(programs, DataFolder.privateFolder(folder));
        Orphans.end("mariadbd", "--datadir=" + mariadb.data);
        mariadb.installUnlessComplete();
        Files.writeString(mariadb.firstStatements(), firstStatements(password));

        int port = Loopback.freePort(PORTS_FROM, PORTS_TO);
        return new EmbeddedServer(new EmbeddedServer.Launch(
                "MariaDB", port, mariadb.serve(port), folder.resolve("server.log"), MariaDb::answers, () -> {}));
    }

    private void installUnlessComplete() throws IOException {
        var complete = folder.resolve("installed");
        if (Files.exists(complete)) {
            return;
        }
        DataFolder.delete(data);
        Files.createDirectories(data);
        install();
        Files.createFile(complete);
    }

    // MariaDB's own mariadb-install-db does the same, but breaks on a folder with a space in its name.
    private void install() throws IOException {
        var statements = new StringBuilder(
                "create database if not exists mysql;\nuse mysql;\nset @auth_root_socket='" + USER + "';\n");
        for (String script : SYSTEM_TABLES) {
            statements
                    .append(Files.readString(programs.mariadb().resolve("share/" + script)))
                    .append('\n');
        }
        var file = Files.writeString(folder.resolve("install.sql"), statements);
        var log = folder.resolve("install.log");
        var command = command(
                "--bootstrap", "--max-allowed-packet=8M", "--net-buffer-length=16K", "--enforce-storage-engine=");
        try {
            int status = EmbeddedServer.detached(command, file, log).waitFor();
            if (status != 0) {
                throw new ServerNotStarted(
                        "MariaDB", "its installation failed:\n" + EmbeddedServer.lastLines(log), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerNotStarted("MariaDB", "its installation was interrupted", e);
        }
    }

    private Path firstStatements() {
        return folder.resolve("init.sql");
    }

    // A new password at each start; nobody else gets in over TCP.
    private static String firstStatements(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS %1$s;
                DROP USER IF EXISTS 'root'@'127.0.0.1', ''@'127.0.0.1', ''@'%%';
                CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1';
                ALTER USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                GRANT ALL ON *.* TO '%2$s'@'127.0.0.1' WITH GRANT OPTION;
                """.formatted(DATABASE, USER, password);
    }

    private List<String> serve(int port) {
        var command = command("--pid-file=" + folder.resolve("server.pid"), "--init-file=" + firstStatements());
        command.add("--port=" + port);
        command.addAll(SETTINGS);
        return command;
    }

    private List<String> command(String... options) {
        var command = new ArrayList<String>();
        command.add(programs.mariadbd().toString());
        command.add("--no-defaults");
        command.add("--basedir=" + programs.mariadb());
        command.add("--datadir=" + data);
        command.addAll(userOption());
        command.addAll(List.of(options));
        return command;
    }

    // MariaDB refuses to run as root unless told to.
    private static List<String> userOption() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    // The server greets first, and only after the first statements have run.
    private static boolean answers(int port) {
        try (var socket = Loopback.connect(port)) {
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
