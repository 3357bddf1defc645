package io.pelleh.api.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.json.Json;
import io.pelleh.api.openapi.OpenApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Backtests over HTTP, on a small past that came in as events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacktestIT {

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

    private JsonNode backtest(String body) {
        App.Reply begun = app.post("/v1/backtests", "application/json", body);
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        String path = "/v1/backtests/" + begun.body().get("id").asString();
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> app.get(path).body(),
                        job -> !List.of("waiting", "running")
                                .contains(job.get("state").asString()));
    }

    /** Those whose basket is worth two million after a tenth off the first purchase. */
    @Test
    void releaseTwoGivesFreeShippingToBasketsInBetweenAndNothingLiveHasChanged() {
        String before = shop.digest();

        JsonNode job = backtest("{\"before\": {\"release\": 1}, \"after\": {\"release\": 2}}");

        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
        JsonNode result = job.get("result");
        assertThat(result.at("/customers/total").asLong()).isEqualTo(TrialShop.CUSTOMERS);
        assertThat(result.at("/customers/affected").asLong()).isEqualTo(17);
        assertThat(result.at("/guestOrders/affected").asLong()).isEqualTo(1);
        assertThat(result.at("/totals/before/shipping").asLong()).isZero();
        assertThat(result.at("/totals/after/shipping").asLong()).isEqualTo(18 * 600_000);
        assertThat(result.get("samples").size()).isEqualTo(17);
        assertThat(job.at("/progress/done").asLong()).isEqualTo(TrialShop.CUSTOMERS);
        assertThat(shop.digest()).isEqualTo(before);
    }

    @Test
    void whatWasDecidedLiveIsWhatTheSameRulesDecideAgain() {
        JsonNode result = backtest("{}").get("result");

        assertThat(result.at("/customers/affected").asLong()).isZero();
        long live = 0;
        for (String totals : shop.sql.queryForList("SELECT decision FROM journal", String.class)) {
            live += Json.read(totals.getBytes(StandardCharsets.UTF_8))
                    .at("/totals/shippingDiscount")
                    .asLong();
        }
        assertThat(result.at("/totals/before/shipping").asLong())
                .isEqualTo(live)
                .isPositive();
    }

    @Test
    void onlyThePeriodIsDecidedAgain() {
        JsonNode result = backtest("{\"before\": {\"release\": 1}, \"to\": \"2020-01-01T00:00:00Z\"}")
                .get("result");

        assertThat(result.at("/orders/total").asLong()).isZero();
        assertThat(result.at("/customers/total").asLong()).isZero();
    }

    @Test
    void backtestsAreListedPageByPageAndForgotten() {
        String first = backtest("{}").get("id").asString();
        String second = backtest("{}").get("id").asString();

        JsonNode page = app.get("/v1/backtests?limit=1").body();
        assertThat(page.at("/backtests/0/id").asString()).isEqualTo(second);
        JsonNode next = app.get(
                        "/v1/backtests?limit=1&cursor=" + page.get("nextCursor").asString())
                .body();
        assertThat(next.at("/backtests/0/id").asString()).isEqualTo(first);
        assertThat(app.delete("/v1/backtests/" + first).status()).isEqualTo(204);
        assertThat(app.get("/v1/backtests/" + first).body().get("code").asString())
                .isEqualTo("backtest_not_found");
    }

    @Test
    void oneThatWaitsIsCancelledAndNeverRuns() {
        shop.sql.update("INSERT INTO backtest_turn (program, runner, seen_at) VALUES ('shop', 'somebody',"
                + " UTC_TIMESTAMP(6) + INTERVAL 1 HOUR) ON DUPLICATE KEY UPDATE runner = 'somebody',"
                + " seen_at = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR");
        try {
            String id = app.post("/v1/backtests", "application/json", "{}")
                    .body()
                    .get("id")
                    .asString();

            app.delete("/v1/backtests/" + id);

            assertThat(app.get("/v1/backtests/" + id).body().get("state").asString())
                    .isEqualTo("cancelled");
        } finally {
            shop.sql.update("UPDATE backtest_turn SET runner = NULL");
        }
    }

    @Test
    void wrongRequestsAreToldWhereTheyAreWrong() {
        assertThat(app.post("/v1/backtests", "application/json", "{\"from\": \"yesterday\"}")
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/from");
        assertThat(app.post("/v1/backtests", "application/json", "{\"after\": {\"release\": 99}}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theDocumentNamesExactlyTheOperationsThereAre() {
        TreeSet<String> real = new TreeSet<>();
        app.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues()
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> real.add(method + " " + path))));
        real.removeIf(operation -> !ours(operation));
        TreeSet<String> told = new TreeSet<>();
        OpenApi.document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> told.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        told.removeIf(operation -> !ours(operation) || operation.startsWith("PARAMETERS"));

        assertThat(told).isEqualTo(real).hasSize(6);
    }

    private static boolean ours(String operation) {
        return operation.contains("/v1/backtests")
                || operation.contains("/v1/simulations")
                || operation.endsWith("/simulate");
    }
}
