package io.pelleh.api.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Backtests that are cancelled while they run, and those whose node is gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacktestLifeIT {

    private TrialShop shop;
    private App app;

    @BeforeAll
    void start() {
        shop = TrialShop.open();
        app = shop.app;
    }

    @AfterAll
    void stop() {
        shop.close();
    }

    @BeforeEach
    void nobodyRuns() {
        awaitNumber("SELECT COUNT(*) FROM backtest_turn WHERE runner IS NOT NULL", 0);
    }

    private String begun() {
        App.Reply begun = app.post("/v1/backtests", "application/json", "{\"before\": {\"release\": 1}}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        return "/v1/backtests/" + begun.body().get("id").asString();
    }

    private JsonNode awaited(String path, String... states) {
        Predicate<JsonNode> there =
                job -> List.of(states).contains(job.path("state").asString());
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> app.get(path).body(), there);
    }

    private void awaitNumber(String query, long expected) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> shop.sql.queryForObject(query, Long.class) == expected);
    }

    /** While this is open, every run waits before its first customer. */
    private final class Held implements AutoCloseable {

        private final Connection connection = app.bean(DataSource.class).getConnection();
        private final Statement statement = connection.createStatement();

        Held() throws SQLException {
            statement.execute("LOCK TABLES journal WRITE");
        }

        @Override
        public void close() throws SQLException {
            statement.execute("UNLOCK TABLES");
            statement.close();
            connection.close();
        }
    }

    @Test
    void oneThatRunsIsCancelledAndComesToNoResult() throws SQLException {
        String path;
        try (Held held = new Held()) {
            path = begun();
            awaited(path, "running");

            assertThat(app.delete(path).status()).isEqualTo(204);
            assertThat(app.get(path).body().get("state").asString()).isEqualTo("cancelled");
        }
        nobodyRuns();

        JsonNode job = app.get(path).body();
        assertThat(job.get("state").asString()).isEqualTo("cancelled");
        assertThat(job.get("result").isNull()).isTrue();
        assertThat(awaited(begun(), "done", "failed").get("state").asString()).isEqualTo("done");
    }

    @Test
    void whoLostItsTurnWritesNothingAndWhoTakesOverComesToTheEnd() throws SQLException {
        String path;
        try (Held held = new Held()) {
            path = begun();
            awaited(path, "running");
            shop.sql.update("UPDATE backtest_turn SET runner = 'another', seen_at = UTC_TIMESTAMP(6)");
        }
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(number("SELECT COUNT(*) FROM backtest_turn WHERE runner = 'another'", ""))
                .isEqualTo(1);

        shop.sql.update("UPDATE backtest_turn SET seen_at = UTC_TIMESTAMP(6) - INTERVAL 16 SECOND");

        JsonNode job = awaited(path, "done", "failed", "cancelled");
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(job.at("/result/customers/total").asLong()).isEqualTo(TrialShop.CUSTOMERS);
        assertThat(number("SELECT tries FROM backtest WHERE id = ?", id)).isEqualTo(2);
    }

    @Test
    void whatNeverComesToAnEndFailsTheThirdTime() throws SQLException {
        String path;
        try (Held held = new Held()) {
            path = begun();
            awaited(path, "running");
            shop.sql.update("UPDATE backtest_turn SET runner = 'another', seen_at = UTC_TIMESTAMP(6)");
            shop.sql.update("UPDATE backtest SET tries = 3 WHERE id = ?", path.substring(path.lastIndexOf('/') + 1));
        }

        shop.sql.update("UPDATE backtest_turn SET seen_at = UTC_TIMESTAMP(6) - INTERVAL 16 SECOND");

        JsonNode job = awaited(path, "done", "failed", "cancelled");
        assertThat(job.get("state").asString()).isEqualTo("failed");
        assertThat(job.get("problem").asString()).contains("3 times");
    }

    private long number(String query, String id) {
        Long number = id.isEmpty()
                ? shop.sql.queryForObject(query, Long.class)
                : shop.sql.queryForObject(query, Long.class, id);
        return number == null ? 0 : number;
    }
}
