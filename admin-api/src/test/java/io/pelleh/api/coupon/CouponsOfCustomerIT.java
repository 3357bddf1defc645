package io.pelleh.api.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import io.pelleh.engine.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a customer can get now tells their own codes, and nobody else's. */
class CouponsOfCustomerIT {

    private static final String RULES = """
            rule "next" @lane( "next" )
            when Basket( couponBatches contains "thanks" ) then effects.amountOff( 100 ); end
            rule "sorry" @lane( "sorry" )
            when Basket( couponBatches contains "sorry" ) then effects.amountOff( 100 ); end
            rule "thanks" @lane( "thanks" )
            when Basket( total >= 500 ) then effects.issueCoupon( "thanks", 30 ); end
            """;

    private static App app;
    private static Coupons coupons;

    @BeforeAll
    static void start() {
        app = App.start(Map.of());
        app.publish(Map.of(
                "promotions/lanes.csv",
                Coupons.bytes("lane,picks\nnext,best\nsorry,best\nthanks,best\n"),
                "promotions/c.drl",
                Coupons.bytes(RULES)));
        coupons = new Coupons(app);
        made("thanks", "\"issued\": true");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static void made(String batch, String more) {
        Reply reply = coupons.issue("{\"name\": \"%s\", \"pattern\": \"####-####-####\", %s}".formatted(batch, more));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    private static String on(int day) {
        return Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(Duration.ofDays(day))
                .toString();
    }

    /** Closes a checkout, which hands out a code of thanks. */
    private static String buys(String checkout, String customer, String... codes) {
        Reply reply = coupons.put(checkout, customer, "closed", codes);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return handedOut(reply);
    }

    private static String handedOut(Reply reply) {
        return reply.body()
                .get("effects")
                .valueStream()
                .filter(effect -> effect.has("code"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reply.text()))
                .get("code")
                .asString();
    }

    private static JsonNode offered(String customer) {
        Reply reply = app.get("/v1/customers/" + customer + "/offers");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.body();
    }

    private static List<String> codesOf(String customer) {
        return told(customer, "code");
    }

    private static List<String> told(String customer, String member) {
        return offered(customer)
                .get("coupons")
                .valueStream()
                .map(coupon -> coupon.get(member).asString(""))
                .toList();
    }

    @Test
    void aCodeThatWasHandedOutIsToldWithItsEndItsUsesAndWhatItOpens() {
        String code = buys("a-1", "ava");

        JsonNode offers = offered("ava");

        assertThat(offers.get("coupons").size()).isEqualTo(1);
        JsonNode coupon = offers.at("/coupons/0");
        assertThat(coupon.get("code").asString()).isEqualTo(code);
        assertThat(coupon.get("batch").asString()).isEqualTo("thanks");
        assertThat(coupon.get("validFrom").isNull()).isTrue();
        assertThat(coupon.get("validUntil").asString())
                .isEqualTo(
                        app.get("/v1/coupons/" + code).body().get("validUntil").asString());
        assertThat(coupon.get("usesLeft").asLong()).isEqualTo(1);
        assertThat(coupon.get("issuedBy").asString()).isEqualTo("promotions/c/thanks");
        assertThat(coupon.at("/opens/0").asString()).isEqualTo("promotions/c/next");
        assertThat(offers.get("moreCoupons").asBoolean()).isFalse();
    }

    @Test
    void whatSomebodyElseMayUseOrAnybodyIsNotTold() {
        String babak = buys("b-1", "babak");
        String bita = buys("b-2", "bita");
        made("ours", "\"customers\": [\"babak\", \"bita\"]");
        coupons.give("everybody", "HELLO-2026", ", \"maxUses\": 500");

        assertThat(codesOf("bita"))
                .hasSize(2)
                .contains(bita)
                .doesNotContain(babak, "HELLO-2026")
                .doesNotContainAnyElementsOf(codesOf("babak"));
    }

    @Test
    void usedUpAndWithdrawnOnesAreGoneAndComeBackWithTheirUse() {
        String first = buys("c-1", "cyrus");
        String second = buys("c-2", "cyrus", first);
        assertThat(codesOf("cyrus")).containsExactly(second);

        app.put("/v1/checkouts/c-2", "{\"state\": \"cancelled\"}");
        assertThat(codesOf("cyrus")).containsExactly(first);

        app.put("/v1/checkouts/c-1", "{\"state\": \"cancelled\"}");
        assertThat(codesOf("cyrus")).isEmpty();
    }

    @Test
    void blockedAndExpiredOnesAreLeftOutAndComingOnesAreTold() {
        String mine = buys("d-1", "dara");
        made(
                "later",
                "\"customers\": [\"dara\"], \"validFrom\": \"%s\", \"validUntil\": \"%s\"".formatted(on(2), on(9)));
        made("over", "\"customers\": [\"dara\"], \"validUntil\": \"%s\"".formatted(on(-1)));
        made("bad", "\"customers\": [\"dara\"]");
        app.post("/v1/coupon-batches/bad/block", "application/json", "");
        assertThat(told("dara", "batch")).containsExactly("later", "thanks");

        app.post("/v1/coupons/" + mine + "/block", "application/json", "");
        assertThat(told("dara", "batch")).containsExactly("later");
        assertThat(told("dara", "validFrom")).doesNotContain("");
    }

    @Test
    void theSoonestToEndComesFirstAndThatWithoutAnEndLast() {
        buys("e-1", "elham");
        made("sorry", "\"customers\": [\"elham\"], \"maxUses\": 3");
        made("soon", "\"customers\": [\"elham\"], \"validUntil\": \"%s\"".formatted(on(3)));
        made("late", "\"customers\": [\"elham\"], \"validUntil\": \"%s\"".formatted(on(60)));

        assertThat(told("elham", "batch")).containsExactly("soon", "thanks", "late", "sorry");
        assertThat(told("elham", "usesLeft")).containsExactly("1", "1", "1", "3");
        assertThat(told("elham", "issuedBy")).containsExactly("", "promotions/c/thanks", "", "");
        List<OwnCodes.Own> one =
                app.bean(OwnCodes.class).of(app.program().id(), new CustomerId("elham"), Instant.now(), 1);
        assertThat(one).extracting(OwnCodes.Own::batch).containsExactly("soon");
    }

    @Test
    void whoTurnsOutToBeAnotherBringsTheirCodes() {
        String guest = """
                {%s "customer": {"anonymousId": "farid-phone"}, "state": "closed", "currency": "IRR",
                 "lines": [{"sku": "TEA", "quantity": 2, "unitPrice": 500}]}
                """;
        String before = handedOut(app.put("/v1/checkouts/f-1", guest.formatted("")));
        String after = handedOut(app.put("/v1/checkouts/f-2", guest.formatted("\"customerId\": \"farid\",")));

        assertThat(codesOf("farid")).containsExactlyInAnyOrder(before, after);
    }
}
