package io.pelleh.api.journal.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.pelleh.api.fixtures.Commits;
import io.pelleh.api.fixtures.Database;
import io.pelleh.api.journal.Settings;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What changes for every node at once, and what is deleted with time. */
class UpkeepIT {

    private static final Settings SETTINGS = Settings.of(InstantSource.fixed(Commits.NOW));

    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aSandboxClockMovesForwardForEveryNode() {
        ProgramId id = new ProgramId("sandbox");
        Program sandbox = new Program(
                id,
                "Sandbox",
                Currency.of("EUR", 2),
                true,
                ZoneId.of("UTC"),
                Program.CountsAt.PAID,
                true,
                Calendar.GREGORIAN);
        try (MySqlJournal one = open(SETTINGS);
                MySqlJournal two = open(SETTINGS)) {
            assertThat(one.programs().add(sandbox)).isTrue();
            assertThat(one.programs().add(sandbox)).isFalse();
            assertThat(two.programs().get(id)).isEqualTo(sandbox);

            one.programs().forward(id, Duration.ofDays(365));

            assertThat(one.programs().now(sandbox)).isEqualTo(Commits.NOW.plus(Duration.ofDays(365)));
            await().until(() ->
                    two.programs().now(sandbox).equals(one.programs().now(sandbox)));
            assertThatThrownBy(() -> one.programs().forward(id, Duration.ofDays(-1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> one.programs().forward(Opened.DEMO, Duration.ofDays(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aNewEpochIsSeenByEveryNodeAndARedisIsMetOnce() {
        try (MySqlJournal one = open(SETTINGS);
                MySqlJournal two = open(SETTINGS)) {
            long epoch = one.epoch().current();

            one.epoch().serving("redis-a");
            one.epoch().serving("redis-a");
            assertThat(one.epoch().current()).isEqualTo(epoch + 1);
            one.epoch().raise("a test");

            await().until(() -> two.epoch().current() == epoch + 2);
        }
    }

    @Test
    void answersAreDeletedAfterThirtyDays() {
        try (MySqlJournal mysql = open(SETTINGS)) {
            write(mysql, Commits.of("aged").answering("{}").event("aged-1").commit());
            Asking asking = new Asking(new JdbcTemplate(database.source()));
            Duration month = Duration.ofDays(30);

            new CleanUp(asking, InstantSource.fixed(Commits.NOW.plus(month))).answers();
            assertThat(mysql.journal()
                            .answered(Opened.id("aged-1"))
                            .orElseThrow()
                            .status())
                    .isEqualTo(200);

            new CleanUp(asking, InstantSource.fixed(Commits.NOW.plus(month).plusSeconds(1))).answers();
            assertThat(mysql.journal()
                            .answered(Opened.id("aged-1"))
                            .orElseThrow()
                            .status())
                    .isZero();
        }
    }

    private static MySqlJournal open(Settings settings) {
        MySqlJournal mysql = MySqlJournal.open(database.source(), settings);
        mysql.programs().add(Commits.PROGRAM);
        return mysql;
    }

    private static Committed write(MySqlJournal mysql, Commit commit) {
        return mysql.journal().commit(commit).join();
    }
}
