package io.pelleh.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.pelleh.api.fixtures.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class EmbeddedServersIT {

    private static final Path PARENT = Path.of("target", "servers", "embedded it");

    private Path folder = PARENT;

    @BeforeEach
    void freshFolder(TestInfo test) throws IOException {
        folder = PARENT.resolve(test.getTestMethod().orElseThrow().getName());
        DataFolder.delete(folder);
    }

    @Test
    void bothServersAnswer() throws Exception {
        try (var servers = Servers.own(folder)) {

            assertThat(select(servers, "SELECT @@tx_isolation")).isEqualTo("READ-COMMITTED");
            assertThat(select(servers, "SELECT @@character_set_database")).isEqualTo("utf8mb4");
            assertThat(select(servers, "SELECT @@time_zone")).isEqualTo("+00:00");
            assertThat(select(servers, "SELECT @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
            assertThat(redis(
                            servers,
                            commands -> commands.configGet("maxmemory-policy").get("maxmemory-policy")))
                    .isEqualTo("noeviction");
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        try (var servers = Servers.own(folder)) {

            for (String user : new String[] {"root", "pelleh", ""}) {
                assertThatThrownBy(() -> DriverManager.getConnection(servers.jdbcUrl(), user, "")
                                .close())
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("Access denied");
            }
            assertThatThrownBy(
                            () -> redisAt("redis://127.0.0.1:" + servers.redis().port(), c -> c.get("key")))
                    .hasStackTraceContaining("NOAUTH");
        }
    }

    @Test
    void dataSurvivesAStopAndAStart() throws Exception {
        try (var servers = Servers.own(folder)) {
            write(servers, "kept");
        }

        try (var servers = Servers.own(folder)) {

            assertThat(select(servers, "SELECT word FROM note")).isEqualTo("kept");
            assertThat(redis(servers, commands -> commands.get("word"))).isEqualTo("kept");
        }
    }

    @Test
    void aStopLeavesNoProcess() {
        var servers = Servers.own(folder);
        var mysql = ProcessHandle.of(servers.mysql().pid()).orElseThrow();
        var redis = ProcessHandle.of(servers.redis().pid()).orElseThrow();

        servers.close();

        assertThat(mysql.isAlive()).isFalse();
        assertThat(redis.isAlive()).isFalse();
    }

    @Test
    void theNextStartEndsWhatAKilledInstanceLeftRunning() throws Exception {
        var orphans = OwningProcess.startAndKill(folder);
        assertThat(orphans).as("orphans of the killed instance").allMatch(ProcessHandle::isAlive);

        try (var servers = Servers.own(folder)) {

            await("end of the orphans").until(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(select(servers, "SELECT 'up'")).isEqualTo("up");
        }
    }

    @Test
    void aSecondInstanceOnTheSameFolderIsRefused() throws Exception {
        try (var servers = Servers.own(folder)) {

            assertThatThrownBy(() -> Servers.own(folder))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining("is in use by this same process")
                    .hasMessageContaining("pelleh.data-folder");
            assertThatThrownBy(() -> OwningProcess.startAndKill(folder))
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());

            assertThat(select(servers, "SELECT 'still up'")).isEqualTo("still up");
        }
    }

    @Test
    void twoInstancesInTwoFoldersDoNotEndEachOther() throws Exception {
        try (var one = Servers.own(folder.resolve("one"));
                var two = Servers.own(folder.resolve("two"))) {

            assertThat(select(one, "SELECT 'one'")).isEqualTo("one");
            assertThat(select(two, "SELECT 'two'")).isEqualTo("two");
        }
    }

    @Test
    void redisAloneStopsAndComesBackOnItsPortWithItsData() throws Exception {
        try (var servers = Servers.own(folder)) {
            write(servers, "kept");
            var uri = servers.redisUri();

            servers.redis().stop();
            assertThat(servers.redis().pid()).isEqualTo(-1);
            assertThat(select(servers, "SELECT word FROM note")).isEqualTo("kept");
            servers.redis().start();

            assertThat(servers.redisUri()).isEqualTo(uri);
            assertThat(redis(servers, commands -> commands.get("word"))).isEqualTo("kept");
        }
    }

    @Test
    void aCrashKeepsEveryCommittedRowAndLeavesRedisEmptyRatherThanBehind() throws Exception {
        try (var servers = Servers.own(folder)) {
            write(servers, "kept");
            servers.redis().stop();
            servers.redis().start();

            servers.mysql().kill();
            servers.redis().kill();
            servers.mysql().start();
            servers.redis().start();

            assertThat(select(servers, "SELECT word FROM note")).isEqualTo("kept");
            assertThat(redis(servers, commands -> commands.get("word"))).isNull();
        }
    }

    @Test
    void anIncompleteInstallationIsReplaced() throws Exception {
        Servers.own(folder).close();
        Files.delete(folder.resolve("mariadb/installed"));
        Files.delete(folder.resolve("mariadb/data/ibdata1"));

        try (var servers = Servers.own(folder)) {

            assertThat(select(servers, "SELECT 'up'")).isEqualTo("up");
        }
    }

    private static void write(EmbeddedServers servers, String word) throws SQLException {
        try (var connection = connect(servers);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (word VARCHAR(20))");
            statement.execute("INSERT INTO note VALUES ('" + word + "')");
        }
        redis(servers, commands -> commands.set("word", word));
    }

    private static String select(EmbeddedServers servers, String sql) throws SQLException {
        try (var connection = connect(servers);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedServers servers) throws SQLException {
        return DriverManager.getConnection(servers.jdbcUrl(), servers.user(), servers.password());
    }

    private static String redis(EmbeddedServers servers, Function<RedisCommands<String, String>, String> use) {
        return redisAt(servers.redisUri(), use);
    }

    private static String redisAt(String uri, Function<RedisCommands<String, String>, String> use) {
        try (var client = RedisClient.create(uri);
                var connection = client.connect()) {
            return use.apply(connection.sync());
        }
    }
}
