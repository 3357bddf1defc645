package io.pelleh.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class YearAloneIT {

    private static final Duration YEAR = Duration.ofDays(366);

    @Test
    void aCustomerLeftAloneGoesAtRiskThenHibernatingAtTheDueInstantsEvenWithoutAPoller() {
        try (App app = App.sandbox(Map.of("pelleh.poller.enabled", "false"))) {
            Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            regular(app, begin);

            move(app, begin.plus(YEAR));
            Reply quote = app.put("/v1/checkouts/q", Bodies.checkout("alone", "open", "RICE-5KG", 2_500_000));
            Reply closed = app.put("/v1/checkouts/q", Bodies.checkout("alone", "closed", "RICE-5KG", 2_500_000));

            assertThat(quote.body().at("/customer/segments/0").asString())
                    .as(quote.text())
                    .isEqualTo("Hibernating");
            assertThat(closed.status()).as(closed.text()).isEqualTo(200);
            List<String> entered = entered(app);
            assertThat(entered).containsSubsequence("At Risk", "Hibernating");
        }
    }

    @Test
    void thePollerDecidesEachDueAtItsOwnInstant() {
        try (App app = App.sandbox(Map.of())) {
            Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            regular(app, begin);

            move(app, begin.plus(YEAR));

            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(entered(app))
                            .as(app.get("/v1/customers/alone/timeline?limit=5").text())
                            .contains("Hibernating"));
            assertThat(dues(app))
                    .allSatisfy(at -> assertThat(at.atZone(app.program().zone()).toLocalTime())
                            .isEqualTo(java.time.LocalTime.MIDNIGHT));
        }
    }

    /** Two orders a month apart for half a year, as the starter pack expects of a good customer. */
    private static void regular(App app, Instant begin) {
        for (int order = 0; order < 6; order++) {
            Reply reply = app.event(Bodies.order("e" + order, "alone", "o" + order, begin.minusSeconds(60L * order)));
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        }
    }

    private static void move(App app, Instant now) {
        Reply reply = app.post("/v1/programs/shop/clock", "application/json", "{\"now\": \"" + now + "\"}");
        assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
    }

    private static List<String> entered(App app) {
        List<String> entered = new ArrayList<>();
        for (JsonNode entry : timeline(app)) {
            for (JsonNode change : entry.path("changes")) {
                change.path("entered").forEach(segment -> entered.addFirst(segment.asString()));
            }
        }
        return entered;
    }

    private static List<Instant> dues(App app) {
        List<Instant> dues = new ArrayList<>();
        for (JsonNode entry : timeline(app)) {
            if (entry.path("type").asString().equals("time.passed")) {
                dues.add(Instant.parse(entry.path("decidedAt").asString()));
            }
        }
        return dues;
    }

    private static JsonNode timeline(App app) {
        Reply reply = app.get("/v1/customers/alone/timeline?limit=50");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.body().path("entries");
    }
}
