package io.pelleh.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A checkout, its order event and its import row are one purchase, whichever comes first. */
class ThreeDoorsIT {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Map.of());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "checkout, event, row",
        "checkout, row, event",
        "event, checkout, row",
        "event, row, checkout",
        "row, checkout, event",
        "row, event, checkout"
    })
    void areOnePurchaseCountedAndAwardedOnce(String first, String second, String third) {
        purchase("nothing", first, second, third);
    }

    @ParameterizedTest
    @CsvSource({"row, checkout, event", "checkout, row, event", "event, checkout, row"})
    void alsoWherePastOrdersEarnPoints(String first, String second, String third) {
        purchase("points", first, second, third);
    }

    private static void purchase(String give, String... doors) {
        String who = String.join("-", doors) + "-" + give;
        app.event("""
                {"specversion": "1.0", "id": "%s", "source": "shop", "type": "member.enrolled", "subject": "%s"}
                """.formatted("enrol-" + who, who));
        List<JsonNode> stands = new ArrayList<>();
        for (String door : doors) {
            through(door, who, give);
            stands.add(app.get("/v1/customers/" + who).body());
        }

        boolean awarded = !doors[0].equals("row") || give.equals("points");
        long points = stands.getFirst().at("/points/active").asLong();
        assertThat(points).as(stands.toString()).matches(p -> awarded ? p > 0 : p == 0);
        for (JsonNode stand : stands) {
            assertThat(stand.at("/metrics/orders").asLong()).isEqualTo(1);
            assertThat(stand.at("/metrics/spent")).isEqualTo(stands.getFirst().at("/metrics/spent"));
            assertThat(stand.at("/points/active").asLong()).isEqualTo(points);
        }
    }

    private static void through(String door, String who, String give) {
        Instant at = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        Reply reply = switch (door) {
            case "checkout" -> app.put("/v1/checkouts/" + who, """
                            {"customerId": "%s", "state": "closed", "currency": "IRR", "orderId": "order-%s",
                             "lines": [{"sku": "PEN", "quantity": 1, "unitPrice": 3000000}]}
                            """.formatted(who, who));
            case "event" -> app.event("""
                            {"specversion": "1.0", "id": "%s", "source": "shop", "type": "order.placed", "subject": "%s",
                             "time": "%s", "data": {"orderId": "order-%s", "currency": "IRR",
                             "lines": [{"sku": "PEN", "quantity": 1, "unitPrice": 3000000}]}}
                            """.formatted("placed-" + who, who, at, who));
            default ->
                app.imported("""
                            {"source": "past", "give": "%s", "money": "minor", "columns": {"orderId": "order",
                             "customerId": "who", "occurredAt": "at", "amount": "sum"}}
                            """.formatted(give), "order,who,at,sum\norder-%s,%s,%s,3000000\n".formatted(who, who, at));
        };
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.body().path("state").asString("closed"))
                .as(reply.text())
                .isIn("done", "closed");
    }
}
