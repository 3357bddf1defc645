package io.pelleh.api.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.Person;
import io.pelleh.api.fixtures.Person.Reply;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Campaigns over HTTP: state, budgets, plan and actual, kill switches on two nodes, and one that pauses itself. */
class CampaignsIT {

    private static App app;
    private static App other;
    private static Person operator;
    private static Person shop;
    private static Person elsewhere;

    @BeforeAll
    static void start() {
        app = App.sandbox(Map.of());
        other = app.second();
        operator = Person.of(app, "omid", Role.OPERATOR);
        shop = Person.machine(app, Scope.DECIDE);
        elsewhere = shop.at(other);
        publish(Map.of());
    }

    @AfterAll
    static void stop() {
        other.close();
        app.close();
    }

    private static void publish(Map<String, String> campaigns) {
        Map<String, byte[]> files = new HashMap<>();
        files.put("promotions/lanes.csv", bytes("lane,picks\none,every\n"));
        StringBuilder rules = new StringBuilder();
        campaigns.forEach((name, text) -> {
            files.put("campaigns/" + name + ".yaml", bytes(text));
            rules.append(
                    "rule \"%s\" @campaign( \"%s\" ) @lane( \"one\" ) when Item( sku == \"%s\" ) then effects.percentOff( 10 ); end%n"
                            .formatted(name, name, name));
        });
        files.put("promotions/all.drl", bytes(rules.isEmpty() ? PLAIN : rules.toString()));
        app.publish(files);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Set.copyOf(operator.at(other)
                                .get("/v1/campaigns")
                                .json()
                                .path("campaigns")
                                .findValuesAsString("name"))
                        .equals(campaigns.keySet()));
    }

    private static final String PLAIN =
            "rule \"plain\" @lane( \"one\" ) when Item( sku == \"plain\" ) then effects.percentOff( 10 ); end";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode put(Person at, String id, String state, String sku) {
        Reply reply = at.put("/v1/checkouts/" + id, """
                {"customerId": "c-%s", "state": "%s", "currency": "IRR", "lines": [{"sku": "%s", "quantity": 1, "unitPrice": 10000}]}
                """.formatted(id, state, sku));
        assertThat(reply.status()).as(reply.text()).isBetween(200, 201);
        return reply.json();
    }

    private static long discount(JsonNode answer) {
        return answer.path("totals").path("discount").asLong();
    }

    private static JsonNode campaign(String name) {
        Reply reply = operator.get("/v1/campaigns/" + name);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    @Test
    void aCampaignIsExhaustedAndOpensAgainAndItsActualsFollow() {
        publish(Map.of("tea", "budget: {amount: 2500, perDay: {uses: 5}}\nplan: {cost: 2000, sales: 18000}\n"));

        assertThat(discount(put(shop, "t1", "closed", "tea"))).isEqualTo(1_000);
        assertThat(discount(put(elsewhere, "t2", "closed", "tea"))).isEqualTo(1_000);
        assertThat(campaign("tea").path("state").asString()).isEqualTo("running");
        JsonNode third = put(shop, "t3", "closed", "tea");
        assertThat(discount(third)).isZero();
        assertThat(third.path("refusals").get(0).path("code").asString()).isEqualTo("limit_reached");
        JsonNode spent = campaign("tea");
        assertThat(spent.path("state").asString()).isEqualTo("exhausted");
        assertThat(spent.path("actual").path("cost").asLong()).isEqualTo(2_000);
        assertThat(spent.path("actual").path("sales").asLong()).isEqualTo(18_000);
        assertThat(spent.path("budgets").get(0).path("left").asLong()).isEqualTo(500);
        assertThat(spent.path("budgets").get(1).path("used").asLong()).isEqualTo(2);

        put(shop, "t1", "cancelled", "tea");

        JsonNode open = campaign("tea");
        assertThat(open.path("state").asString()).isEqualTo("running");
        assertThat(open.path("actual").path("cost").asLong()).isEqualTo(1_000);
        assertThat(open.path("actual").path("sales").asLong()).isEqualTo(9_000);
        assertThat(open.path("actual").path("uses").asLong()).isEqualTo(1);
    }

    @Test
    void aKillSwitchWorksAtOnceAndSoonElsewhereAndIsAudited() {
        publish(Map.of("cup", "owner: sara\n"));
        assertThat(discount(put(shop, "k1", "open", "cup"))).isEqualTo(1_000);

        for (String what : new String[] {"campaigns/cup", "promotions/all/cup", "program"}) {
            String body = "{\"what\": \"%s\", \"reason\": \"wrong leaflet\"}".formatted(what);
            Reply paused = operator.post("/v1/pauses", body);
            assertThat(paused.status()).as(paused.text()).isEqualTo(200);

            JsonNode refused = put(shop, "k2", "open", "cup");
            assertThat(discount(refused)).as(what).isZero();
            assertThat(refused.path("refusals").get(0).path("code").asString()).isEqualTo("paused");
            await().atMost(Duration.ofSeconds(3)).until(() -> discount(put(elsewhere, "k3", "open", "cup")) == 0);
            assertThat(campaign("cup").path("state").asString())
                    .isEqualTo(what.startsWith("promotions") ? "running" : "paused");

            operator.post("/v1/pauses/resume", body);
            assertThat(discount(put(shop, "k4", "open", "cup"))).as(what).isEqualTo(1_000);
            await().atMost(Duration.ofSeconds(3)).until(() -> discount(put(elsewhere, "k5", "open", "cup")) == 1_000);
        }

        assertThat(operator.get("/v1/audit").text()).contains("\"paused\"", "\"resumed\"", "wrong leaflet");
        JsonNode pauses = operator.get("/v1/pauses").json().path("pauses");
        assertThat(pauses.findValuesAsString("pausedBy")).contains("omid");
        assertThat(pauses.findValuesAsString("resumedBy")).containsOnly("omid");
    }

    @Test
    void aCampaignThatCostsMoreInAnHourThanPlannedPausesItselfUntilSomebodyVouchesForIt() {
        publish(Map.of("pot", "pause: {costPerHour: 2500}\n"));
        toTheNextHour();
        for (int i = 0; i < 3; i++) {
            assertThat(discount(put(shop, "p" + i, "closed", "pot"))).isEqualTo(1_000);
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> campaign("pot").path("state").asString().equals("paused"));
        assertThat(campaign("pot").path("pause").path("reason").asString())
                .isEqualTo("it took off 3000 within the hour, more than 2500");
        await().atMost(Duration.ofSeconds(3)).until(() -> discount(put(shop, "p4", "open", "pot")) == 0);

        operator.post("/v1/pauses/resume", "{\"what\": \"campaigns/pot\"}");
        assertThat(discount(put(shop, "p5", "closed", "pot"))).isEqualTo(1_000);
        assertThat(campaign("pot").path("state").asString()).isEqualTo("running");
    }

    /** All that follows lies within one clock hour, whenever the test runs. */
    private static void toTheNextHour() {
        Instant next = now().atZone(app.program().zone())
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1)
                .toInstant();
        String path = "/v1/programs/" + app.program().id() + "/clock";
        App.Reply moved = app.post(path, "application/json", "{\"now\": \"" + next + "\"}");
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    }

    private static Instant now() {
        return Instant.parse(app.get("/v1/program").body().path("now").asString());
    }

    @Test
    void whatWasSwitchedOffThenIsSeenInThePast() {
        publish(Map.of("jar", "owner: sara\n"));
        String before = now().toString();
        operator.post("/v1/pauses", "{\"what\": \"campaigns/jar\"}");
        String during = now().toString();
        operator.post("/v1/pauses/resume", "{\"what\": \"campaigns/jar\"}");

        assertThat(discount(past(before))).isEqualTo(1_000);
        assertThat(discount(past(during))).isZero();
    }

    private static JsonNode past(String at) {
        return shop.put("/v1/checkouts/j?at=" + at, """
                        {"customerId": "j", "state": "open", "currency": "IRR", "lines": [{"sku": "jar", "quantity": 1, "unitPrice": 10000}]}
                        """).json();
    }

    @Test
    void whatNobodyKnowsIsRefusedWithTheField() {
        assertThat(operator.get("/v1/campaigns/none").at("/code")).isEqualTo("campaign_not_found");
        assertThat(operator.get("/v1/campaigns?state=over").at("/code")).isEqualTo("invalid_parameter");
        Reply wrong = operator.post("/v1/pauses", "{\"what\": \"tea\", \"why\": 1}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("/what", "/why");
    }
}
