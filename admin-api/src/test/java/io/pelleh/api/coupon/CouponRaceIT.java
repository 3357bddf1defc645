package io.pelleh.api.coupon;

import static io.pelleh.api.coupon.Coupons.CLIENTS;
import static io.pelleh.api.coupon.Coupons.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many clients at once after the same code: its limit is never passed, whatever they do. */
class CouponRaceIT {

    private static App app;
    private static Coupons coupons;

    @BeforeAll
    static void start() {
        app = App.start(Map.of());
        app.publish(Coupons.rules("single", "few", "held", "churn"));
        coupons = new Coupons(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void ofSixtyFourClientsOneRedeemsACodeForOneUse() {
        coupons.give("single", "ONLY-ONE", ", \"maxUses\": 1");

        List<String> told = together(i -> coupons.told(coupons.put("s-" + i, "s-" + i, "closed", "only-one")));

        assertThat(told).containsOnlyOnce("accepted");
        assertThat(told.stream().filter(answer -> !answer.equals("accepted"))).containsOnly("coupon_used_up");
        assertThat(app.get("/v1/coupons/ONLY-ONE").body().get("uses").asInt()).isEqualTo(1);
    }

    @Test
    void ofSixtyFourClientsTwentyRedeemACodeForTwentyUses() {
        coupons.give("few", "TWENTY", ", \"maxUses\": 20");

        List<String> told = together(i -> coupons.told(coupons.put("f-" + i, "", "closed", "twenty")));

        assertThat(told.stream().filter("accepted"::equals)).hasSize(20);
        assertThat(app.get("/v1/coupons/TWENTY").body().get("state").asString()).isEqualTo("coupon_used_up");
    }

    @Test
    void whoIsShownAHeldCodeGetsItAndNobodyElse() {
        coupons.give("held", "KEEP-FIVE", ", \"maxUses\": 5, \"holdMinutes\": 10");

        List<String> shown = together(i -> coupons.told(coupons.put("h-" + i, "h-" + i, "open", "KEEP-FIVE")));
        List<String> bought = together(i -> coupons.told(coupons.put("h-" + i, "h-" + i, "closed", "KEEP-FIVE")));

        assertThat(shown.stream().filter("accepted"::equals)).hasSize(5);
        for (int i = 0; i < CLIENTS; i++) {
            assertThat(bought.get(i).equals("accepted")).isEqualTo(shown.get(i).equals("accepted"));
        }
        // Who came before the holders had bought finds it held, who came after used up.
        assertThat(bought).isSubsetOf("accepted", "coupon_used_up", "coupon_reserved");
        assertThat(app.get("/v1/coupons/KEEP-FIVE").body().get("held").size()).isZero();
    }

    @Test
    void quotesClosesCancelsAndRepeatsNeverPassALimitAndLeaveTheCounterAtTheSumOfItsEntries() {
        coupons.give("churn", "CHURN", ", \"maxUses\": 7, \"holdMinutes\": 1");

        together(this::shop);

        JdbcTemplate sql = app.bean(JdbcTemplate.class);
        long sum = 0;
        for (long amount : sql.queryForList(
                "SELECT amount FROM counter_entry WHERE counter = 'coupons/CHURN' ORDER BY node_id, batch, seq",
                Long.class)) {
            sum += amount;
            assertThat(sum).isBetween(0L, 7L);
        }
        assertThat(app.get("/v1/coupons/CHURN").body().get("uses").asLong()).isEqualTo(sum);
    }

    private boolean shop(int client) {
        Random dice = new Random(client);
        for (int i = 0; i < 6; i++) {
            String id = "c-" + client + "-" + i;
            ok(coupons.put(id, id, "open", "CHURN"));
            Reply close = coupons.put(id, id, "closed", "CHURN");
            ok(close);
            if (dice.nextBoolean()) {
                assertThat(coupons.put(id, id, "closed", "CHURN").text()).isEqualTo(close.text());
            }
            if (dice.nextInt(3) > 0) {
                ok(app.put("/v1/checkouts/" + id, "{\"state\": \"cancelled\"}"));
            }
        }
        return true;
    }

    private static void ok(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }
}
