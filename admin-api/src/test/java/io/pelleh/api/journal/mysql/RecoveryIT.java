package io.pelleh.api.journal.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.pelleh.api.embedded.EmbeddedServers;
import io.pelleh.api.fixtures.Commits;
import io.pelleh.api.fixtures.Database;
import io.pelleh.api.fixtures.Servers;
import io.pelleh.api.journal.Settings;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.flow.Committed.Done;
import io.pelleh.engine.flow.JournalUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** MySQL goes away in the middle of commits: nothing is lost, nothing is written twice. */
class RecoveryIT {

    private static final int COMMITS = 3_000;

    private static EmbeddedServers servers;
    private static Database database;
    private static JdbcTemplate sql;

    @BeforeAll
    static void start(@TempDir Path folder) {
        servers = Servers.own(folder);
        database = Database.at(servers.jdbcUrl(), servers.user(), servers.password());
        sql = new JdbcTemplate(database.source());
    }

    @AfterAll
    static void stop() {
        database.close();
        servers.close();
    }

    @Test
    void commitsGoOnWhenMySqlIsKilledAndComesBack() {
        AtomicInteger done = new AtomicInteger();
        try (MySqlJournal mysql = open(Duration.ofSeconds(120));
                var threads = Executors.newFixedThreadPool(16)) {
            var futures = IntStream.range(0, COMMITS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> written(mysql, i, done), threads))
                    .toList();
            killThreeTimes(done);

            assertThat(futures.stream().map(CompletableFuture::join)).containsOnly(new Done());
            List<Long> batches = sql.queryForList(
                    "SELECT DISTINCT batch FROM journal WHERE node_id = ? ORDER BY batch", Long.class, mysql.node());
            LongStream all = LongStream.rangeClosed(batches.getFirst(), batches.getLast());
            assertThat(batches).isEqualTo(all.boxed().toList());
        }
        assertThat(count("SELECT COUNT(*) FROM journal WHERE event_id LIKE 'killed-%'"))
                .isEqualTo(COMMITS);
        assertThat(count("SELECT COUNT(*) FROM customer WHERE id LIKE 'killed-%' AND version = 1"))
                .isEqualTo(COMMITS);
    }

    private static Committed written(MySqlJournal mysql, int number, AtomicInteger done) {
        String id = "killed-" + number;
        Committed outcome = mysql.journal()
                .commit(Commits.of(id).answering("{}").event(id).commit())
                .join();
        done.incrementAndGet();
        return outcome;
    }

    private static void killThreeTimes(AtomicInteger done) {
        for (int kill = 1; kill <= 3; kill++) {
            int enough = kill * COMMITS / 6;
            await().atMost(Duration.ofMinutes(1)).until(() -> done.get() >= enough);
            servers.mysql().kill();
            servers.mysql().start();
        }
    }

    @Test
    void whoWaitedLongEnoughIsToldAndLaterCommitsSucceed() {
        try (MySqlJournal mysql = open(Duration.ofMillis(300))) {
            servers.mysql().kill();
            var refused =
                    mysql.journal().commit(Commits.of("away").event("away-1").commit());
            assertThatThrownBy(refused::join).hasCauseInstanceOf(JournalUnavailable.class);
            assertThatThrownBy(() -> mysql.journal().answered(Opened.id("away-1")))
                    .isInstanceOf(JournalUnavailable.class);

            servers.mysql().start();

            assertThat(mysql.journal()
                            .commit(Commits.of("away").event("away-1").commit())
                            .join())
                    .isEqualTo(new Done());
        }
    }

    private static MySqlJournal open(Duration patience) {
        Settings settings = Settings.of(InstantSource.fixed(Commits.NOW));
        return MySqlJournal.open(database.source(), settings.patientFor(patience));
    }

    private static int count(String query) {
        Integer count = sql.queryForObject(query, Integer.class);
        return count == null ? 0 : count;
    }
}
