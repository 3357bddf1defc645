package io.pelleh.api.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Simulations over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationIT {

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

    @Test
    void aSimulationShowsBothDecisionsTheDifferenceAndWhatIsMissing() {
        JsonNode answer = simulate("{\"given\": {\"orders\": 2, \"last\": 5, \"tier\": \"silver\"}}", 1_880_000);

        assertThat(answer.at("/difference/none").asBoolean()).isTrue();
        JsonNode missing = whyNot(answer, "promotions/more/from-two-million").get("distance");
        assertThat(missing.get("attribute").asString()).isEqualTo("basket.total");
        assertThat(missing.get("missing").asLong()).isEqualTo(120_000);
    }

    @Test
    void whatTheDraftWouldGiveIsTheDifference() {
        JsonNode answer = simulate("{\"given\": {\"orders\": 2, \"last\": 5}}", 2_000_000);

        assertThat(answer.at("/difference/gained/0").asString()).isEqualTo("promotions/more/from-two-million");
        assertThat(answer.at("/difference/toPay").asLong()).isEqualTo(-600_000);
        assertThat(answer.at("/after/trace/0/stage").asString()).isEqualTo("promotions");
        assertThat(answer.at("/after/trace/0/saw/basket/total").asLong()).isEqualTo(2_000_000);
    }

    @Test
    void aRealCustomerIsLookedAtByBothRulesFirstAndNothingIsWritten() {
        String before = shop.digest();

        JsonNode answer = simulate("{\"id\": \"c-3\"}", 2_000_000);

        assertThat(answer.get("customer").asString()).isEqualTo("c-3");
        assertThat(answer.at("/after/trace/0/stage").asString()).isEqualTo("scoring");
        assertThat(answer.at("/after/decision/customer/rung").asString()).isEqualTo("REPEAT");
        assertThat(shop.digest()).isEqualTo(before);
    }

    @Test
    void anEventCanBeSimulatedToo() {
        App.Reply reply = app.post("/v1/simulations", "application/json", """
                {"before": {"release": 1}, "customer": {"given": {"orders": 4, "last": 5, "every": 20}},
                 "event": {"type": "referral.converted", "data": {"friendId": "f-1"}}}
                """);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.body().at("/before/decision/customer/rung").asString()).isEqualTo("ADVOCATE");
    }

    @Test
    void aDraftHasNoNumberInItsDecisions() {
        String draft = app.post("/v1/drafts", "application/json", "{\"title\": \"tried\"}")
                .body()
                .get("id")
                .asString();

        App.Reply reply = app.post("/v1/drafts/" + draft + "/simulate", "application/json", """
                {"basket": {"currency": "IRR", "shipping": 600000,
                            "lines": [{"sku": "HONEY-450", "quantity": 1, "unitPrice": 9000000}]}}
                """);

        assertThat(reply.body().at("/before/release").asLong()).as(reply.text()).isEqualTo(2);
        assertThat(reply.body().at("/after/release").isNull()).isTrue();
        assertThat(reply.body().at("/after/decision/release").isNull()).isTrue();
        assertThat(reply.body().at("/after/decision/effects/0/ruleSetVersion").isNull())
                .as(reply.text())
                .isTrue();
    }

    @Test
    void wordsNobodyKnowsAreRefused() {
        App.Reply reply = app.post("/v1/simulations", "application/json", """
                {"customer": {"given": {"ordres": 2}}, "basket": {"currency": "IRR", "lines": []}}
                """);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().at("/errors/0/pointer").asString()).isEqualTo("/customer/given");
    }

    private JsonNode simulate(String customer, long amount) {
        App.Reply reply = app.post("/v1/simulations", "application/json", """
                {"before": {"release": 1}, "after": {"release": 2}, "customer": %s,
                 "basket": {"currency": "IRR", "shipping": 600000,
                            "lines": [{"sku": "HONEY-450", "quantity": 1, "unitPrice": %d}]}}
                """.formatted(customer, amount));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.body();
    }

    private static JsonNode whyNot(JsonNode answer, String promotion) {
        for (JsonNode account : answer.at("/after/whyNot")) {
            if (account.get("promotion").asString().equals(promotion)) {
                return account;
            }
        }
        throw new AssertionError(promotion + " is not explained in " + answer.at("/after/whyNot"));
    }
}
