package io.pelleh.api.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every code that a checkout gives is accepted, or refused with the very reason. */
class CouponCheckoutIT {

    private static App app;
    private static Coupons coupons;

    @BeforeAll
    static void start() {
        app = App.sandbox(Map.of());
        app.publish(Coupons.rules("plain", "dated", "mine", "held", "twice"));
        coupons = new Coupons(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void aCodeOfABatchIsAcceptedHoweverItIsTypedAndOneThatNobodyAsksForIsNot() {
        coupons.give("plain", "PLAIN-1", "");
        coupons.give("idle", "IDLE-1", "");

        assertThat(coupons.told(coupons.put("p-1", "anna", "open", "plain 1"))).isEqualTo("accepted");
        assertThat(coupons.told(coupons.put("p-2", "", "closed", "Plain1"))).isEqualTo("accepted");
        assertThat(coupons.told(coupons.put("p-3", "anna", "open", "IDLE-1"))).isEqualTo("coupon_not_in_use");
        assertThat(coupons.told(coupons.put("p-4", "anna", "open", "PLAIN-2"))).isEqualTo("coupon_not_found");
    }

    @Test
    void aCodeCountsFromWhenUntilWhenItSays() {
        Instant now = Instant.now();
        coupons.give("dated", "LATER", ", \"validFrom\": \"%s\"".formatted(now.plus(Duration.ofDays(500))));
        coupons.give("dated-2", "OVER", ", \"validUntil\": \"%s\"".formatted(now.minus(Duration.ofDays(1))));

        Reply later = coupons.put("d-1", "anna", "open", "later");
        assertThat(coupons.told(later)).isEqualTo("coupon_not_yet_valid");
        assertThat(Instant.parse(later.body().at("/refusals/0/detail").asString()))
                .isAfter(now);
        assertThat(coupons.told(coupons.put("d-2", "anna", "open", "over"))).isEqualTo("coupon_expired");
    }

    @Test
    void aCodeThatTheBasketIsTooSmallForSaysHowMuchIsMissing() {
        Map<String, byte[]> files = new HashMap<>(Coupons.rules("plain", "dated", "mine", "held", "twice"));
        files.put("promotions/far.drl", """
                rule "far" @lane( "plain" ) when Basket( coupons contains "FAR", total >= 500000 ) then effects.amountOff( 100 ); end
                """.getBytes(StandardCharsets.UTF_8));
        app.publish(files);

        Reply reply = coupons.put("f-1", "anna", "open", "FAR");

        long missing = 500_000 - reply.body().at("/totals/goods").asLong();
        assertThat(coupons.told(reply)).isEqualTo("conditions_not_met");
        assertThat(reply.body().at("/coupons/0/distance/missing").asLong()).isEqualTo(missing);
        assertThat(reply.body().at("/coupons/0/text/en").asString())
                .isEqualTo("Add %,d rials more to your basket to use this code.".formatted(missing));
        assertThat(reply.body().at("/refusals/0/because/0/attribute").asString())
                .isEqualTo("basket.total");
    }

    @Test
    void aPersonalCodeIsOnlyItsCustomers() {
        coupons.issue("{\"name\": \"mine\", \"pattern\": \"MINE-####-####\", \"customers\": [\"anna\"]}");
        String code = coupons.codes("mine").getFirst();

        assertThat(coupons.told(coupons.put("m-1", "omid", "open", code))).isEqualTo("coupon_not_yours");
        assertThat(coupons.told(coupons.put("m-2", "", "open", code))).isEqualTo("coupon_not_yours");
        assertThat(coupons.told(coupons.put("m-3", "anna", "closed", code))).isEqualTo("accepted");
    }

    @Test
    void aBlockedCodeIsRefusedUntilItIsTakenBackIn() {
        coupons.give("twice", "TWICE-1", ", \"maxUses\": 2");
        app.post("/v1/coupons/TWICE-1/block", "application/json", "");
        assertThat(coupons.told(coupons.put("b-1", "anna", "open", "TWICE-1"))).isEqualTo("coupon_blocked");

        app.post("/v1/coupons/TWICE-1/unblock", "application/json", "");
        assertThat(coupons.told(coupons.put("b-1", "anna", "open", "TWICE-1"))).isEqualTo("accepted");
    }

    @Test
    void anOpenCheckoutHoldsACodeUntilItLetsGoOfItOrItsTimeIsOver() {
        coupons.give("held", "HOLD-1", ", \"maxUses\": 1, \"holdMinutes\": 10");
        assertThat(coupons.told(coupons.put("h-1", "anna", "open", "HOLD-1"))).isEqualTo("accepted");
        assertThat(coupons.told(coupons.put("h-1", "anna", "open", "HOLD-1"))).isEqualTo("accepted");

        Reply other = coupons.put("h-2", "omid", "open", "HOLD-1");
        assertThat(coupons.told(other)).isEqualTo("coupon_reserved");
        assertThat(Instant.parse(other.body().at("/refusals/0/detail").asString()))
                .isAfter(Instant.now());
        assertThat(app.get("/v1/coupons/HOLD-1").body().at("/held/0/checkoutId").asString())
                .isEqualTo("h-1");

        coupons.put("h-1", "anna", "open");
        assertThat(coupons.told(coupons.put("h-2", "omid", "open", "HOLD-1"))).isEqualTo("accepted");
        app.put("/v1/checkouts/h-2", "{\"state\": \"cancelled\", \"customerId\": \"omid\"}");
        assertThat(coupons.told(coupons.put("h-3", "sara", "open", "HOLD-1"))).isEqualTo("accepted");

        String then = app.get("/v1/program").body().get("now").asString();
        app.post(
                "/v1/programs/shop/clock",
                "application/json",
                "{\"now\": \"%s\"}".formatted(Instant.parse(then).plus(Duration.ofMinutes(11))));
        assertThat(coupons.told(coupons.put("h-4", "dara", "open", "HOLD-1"))).isEqualTo("accepted");
    }

    @Test
    void aSimulationLooksACodeUpAndUsesNothing() {
        coupons.give("held-3", "TRY-1", "");
        app.publish(Coupons.rules("plain", "dated", "mine", "held", "twice", "held-3"));

        Reply reply = app.post("/v1/simulations", "application/json", """
                {"basket": {"currency": "IRR", "coupons": ["try 1"],
                            "lines": [{"sku": "TEA", "quantity": 2, "unitPrice": 500}]}}
                """);

        assertThat(reply.body().at("/after/decision/coupons/0/accepted").asBoolean())
                .as(reply.text())
                .isTrue();
        assertThat(app.get("/v1/coupons/TRY-1").body().get("uses").asInt()).isZero();
    }

    @Test
    void aReturnGivesTheUseOfItsCodeBack() {
        coupons.give("twice-2", "BACK-1", ", \"maxUses\": 1");
        app.publish(Coupons.rules("plain", "dated", "mine", "held", "twice", "twice-2"));
        assertThat(coupons.told(coupons.put("r-1", "anna", "closed", "BACK-1"))).isEqualTo("accepted");
        assertThat(coupons.told(coupons.put("r-2", "omid", "open", "BACK-1"))).isEqualTo("coupon_used_up");

        app.post(
                "/v1/checkouts/r-1/returns",
                "application/json",
                "{\"returnId\": \"back\", \"lines\": [{\"line\": 0, \"quantity\": 2}]}");

        assertThat(coupons.told(coupons.put("r-3", "omid", "closed", "BACK-1"))).isEqualTo("accepted");
    }

    @Test
    void aDryQuoteHoldsNothing() {
        coupons.give("held-2", "DRY-1", ", \"holdMinutes\": 10");

        app.put("/v1/checkouts/y-1?dry=true", Coupons.body("anna", "open", "DRY-1"));

        assertThat(app.get("/v1/coupons/DRY-1").body().get("held").size()).isZero();
    }
}
