package io.pelleh.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.pelleh.api.embedded.EmbeddedServers;
import io.pelleh.api.fixtures.Servers;
import io.pelleh.api.imports.ImportingProcess.Plan;
import io.pelleh.api.imports.ImportingProcess.Shipment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever breaks in the middle of an import, it ends with the same bytes as one that nothing disturbed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumedImportIT {

    private static final Path FOLDER = Path.of("target", "servers", "imports");
    private static final int ORDERS = 6_000;
    private static final Duration LONG = Duration.ofMinutes(15);

    private EmbeddedServers servers;
    private Shipment seeded;
    private Map<String, String> undisturbed;

    @FunctionalInterface
    private interface Disturbance {
        void strike() throws Exception;
    }

    @BeforeAll
    void importUndisturbed() throws Exception {
        servers = Servers.own(FOLDER);
        seeded = new Shipment(mapping(), List.of(ImportingProcess.seeded(Files.createDirectories(FOLDER), ORDERS)));
        undisturbed = digest(plan("seeded-whole", seeded));
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    private static Path mapping() {
        return Path.of("..", "docs", "imports", "online-retail.json").toAbsolutePath();
    }

    @Test
    void killedInTheMiddleAndResumedItEndsTheSame() throws Exception {
        assertThat(killed("seeded-killed", seeded, 1)).isEqualTo(undisturbed);
    }

    @Test
    void withAnEmptiedRedisItEndsTheSame() throws Exception {
        assertThat(disturbed("seeded-flushed", seeded, this::flush)).isEqualTo(undisturbed);
    }

    @Test
    void withRedisAwayForAWhileItEndsTheSame() throws Exception {
        assertThat(disturbed("seeded-redis", seeded, () -> redisAway(Duration.ofSeconds(2))))
                .isEqualTo(undisturbed);
    }

    @Test
    void withMySqlRestartedItEndsTheSame() throws Exception {
        assertThat(disturbed("seeded-mysql", seeded, this::restartMySql)).isEqualTo(undisturbed);
    }

    @Test
    @Tag("full")
    void allOfOnlineRetailEndsTheSameWhateverBreaks() throws Exception {
        Path folder = RealData.folder("online-retail");
        List<Path> files = Arrays.stream(RealData.files(folder, ".csv.gz"))
                .map(part -> (Path) part.content())
                .toList();
        Shipment retail = new Shipment(mapping(), files);

        Map<String, String> whole = digest(plan("retail-whole", retail));

        assertThat(killed("retail-killed", retail, 3)).as("killed").isEqualTo(whole);
        assertThat(disturbed("retail-flushed", retail, this::flush))
                .as("flushed")
                .isEqualTo(whole);
        assertThat(disturbed("retail-redis", retail, () -> redisAway(Duration.ofSeconds(20))))
                .as("redis away")
                .isEqualTo(whole);
        assertThat(disturbed("retail-mysql", retail, this::restartMySql))
                .as("mysql restarted")
                .isEqualTo(whole);
    }

    private static Map<String, String> digest(Plan plan) {
        try (Importing shop = plan.open()) {
            assertThat(shop.finish(plan.shipment().take(shop)).state()).isEqualTo(Job.State.DONE);
            return Digest.of(shop.sql);
        }
    }

    private Map<String, String> disturbed(String program, Shipment shipment, Disturbance disturbance) throws Exception {
        Plan plan = plan(program, shipment);
        try (Importing shop = plan.open()) {
            Job job = plan.shipment().take(shop);
            shop.imports.resume(job);
            awaitEvents(plan, 100);
            assertThat(shop.find(job).state()).as("it strikes in the middle").isNotEqualTo(Job.State.DONE);
            disturbance.strike();
            assertThat(shop.await(job).state()).isEqualTo(Job.State.DONE);
            return Digest.of(shop.sql);
        }
    }

    /** A JVM of its own, killed once rows are staged and then after some hundreds of events each time. */
    private Map<String, String> killed(String program, Shipment shipment, int times) throws Exception {
        Plan plan = plan(program, shipment);
        Path log = FOLDER.resolve(program + ".log");
        for (int kill = 1; kill <= times; kill++) {
            Process process = ImportingProcess.start(plan, log);
            awaitEvents(plan, 300L * kill);
            process.destroyForcibly().waitFor();
            assertThat(query(plan, "SELECT COUNT(*) FROM import_row"))
                    .as("it was in the middle")
                    .isPositive();
        }
        Process last = ImportingProcess.start(plan, log);
        assertThat(last.waitFor(LONG.toMinutes(), TimeUnit.MINUTES)).isTrue();
        assertThat(last.exitValue()).as("see " + log).isZero();
        try (Importing shop = plan.open()) {
            return Digest.of(shop.sql);
        }
    }

    private void flush() {
        try (RedisClient client = RedisClient.create(servers.redisUri());
                var connection = client.connect()) {
            connection.sync().flushall();
        }
    }

    private void redisAway(Duration time) {
        servers.redis().kill();
        long back = System.nanoTime() + time.toNanos();
        Awaitility.await().atMost(time.plusSeconds(5)).until(() -> System.nanoTime() > back);
        servers.redis().start();
    }

    private void restartMySql() {
        servers.mysql().kill();
        servers.mysql().start();
    }

    private Plan plan(String program, Shipment shipment) throws SQLException {
        String database = program.replace('-', '_');
        try (Connection connection =
                        DriverManager.getConnection(servers.jdbcUrl(), servers.user(), servers.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database);
            statement.execute("CREATE DATABASE " + database);
        }
        String url = servers.jdbcUrl().replaceFirst("/[^/?]+\\?", "/" + database + "?");
        return new Plan(url, servers.user(), servers.password(), servers.redisUri(), program, shipment);
    }

    private static void awaitEvents(Plan plan, long events) {
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(5))
                .ignoreExceptions()
                .until(() -> query(plan, "SELECT COUNT(*) FROM journal WHERE origin = 'HISTORIC'") >= events);
    }

    private static long query(Plan plan, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(plan.jdbcUrl(), plan.user(), plan.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
