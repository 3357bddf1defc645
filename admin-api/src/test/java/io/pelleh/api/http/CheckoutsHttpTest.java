package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.http.Shop.Reply;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class CheckoutsHttpTest {

    private final Shop shop;

    CheckoutsHttpTest(@LocalServerPort int port, @Autowired KeyRing keys) {
        shop = Shop.with(port, keys, Scope.DECIDE);
    }

    private static String body(String state, String customer) {
        return """
        {"state": "%s", "customerId": %s, "currency": "IRR", "shipping": 50000,
         "lines": [{"sku": "TEA", "quantity": 3, "unitPrice": 100000.5}]}
        """.formatted(state, customer);
    }

    @Test
    void aQuoteTellsEffectsWithTheirReasonsAndTotals() {
        Reply reply = shop.put("/v1/checkouts/q-1", body("open", "\"c-1\""));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/effects/0/type")).isEqualTo("discount");
        assertThat(reply.at("/effects/0/amount")).isEqualTo("30000");
        assertThat(reply.at("/effects/0/promotion")).isEqualTo("promotions/demo/ten-percent");
        assertThat(reply.at("/effects/0/because/0/actual")).isEqualTo("300002");
        assertThat(reply.at("/totals/toPay")).isEqualTo("320002");
        assertThat(reply.at("/committed")).isEqualTo("false");
        Instant decidedAt = Instant.parse(reply.at("/decidedAt"));
        assertThat(Instant.parse(reply.at("/validUntil"))).isEqualTo(decidedAt.plusSeconds(900));
    }

    @Test
    void taxesAreThoseOfWhatIsLeftAndComeOnTopWhereThePricesDoNotContainThem() {
        String net = body("open", "\"c-1\"")
                .replace("\"quantity\": 3", "\"taxPercent\": 10, \"quantity\": 3")
                .replace("\"currency\"", "\"taxIncluded\": false, \"shippingTaxPercent\": 8.875, \"currency\"");

        Reply without = shop.put("/v1/checkouts/tax-1", net);
        Reply with = shop.put("/v1/checkouts/tax-2", net.replace("false", "true"));

        assertThat(without.at("/totals/taxLines/0")).as(without.text()).isEqualTo("27000");
        assertThat(without.at("/totals/shippingTax")).isEqualTo("4438");
        assertThat(without.at("/totals/toPay")).isEqualTo(Long.toString(320_002 + 27_000 + 4_438));
        assertThat(with.at("/totals/toPay")).isEqualTo("320002");
        assertThat(with.at("/totals/tax")).isEqualTo(Long.toString(24_546 + 4_076));
        assertThat(with.at("/totals/allocation")).isEqualTo("largest_remainder");
        assertThat(with.at("/totals/rounding")).isEqualTo("half_up");
    }

    @Test
    void aCloseIsDecidedOnceAndARepeatGetsTheSameBytes() {
        String body = body("closed", "\"c-2\"");

        Reply first = shop.put("/v1/checkouts/c-1", body);
        Reply again = shop.put(
                "/v1/checkouts/c-1",
                body.replace("\"state\": \"closed\", ", "")
                        .replace("\"currency\"", "\"state\":\"closed\", \"currency\""));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/customer/rung")).isEqualTo("CUSTOMER");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Pelleh-Repeat")).isEqualTo("true");
    }

    /** 70,000 of the 100,000 that ten percent off ask for. */
    private static String small(String state, String customer) {
        return body(state, customer)
                .replace("\"quantity\": 3, \"unitPrice\": 100000.5", "\"quantity\": 1, \"unitPrice\": 70000");
    }

    @Test
    void whoAsksIsToldWhatTheBasketCameNearTo() {
        for (String query : new String[] {"?explain=near", "?explain=near&dry=true"}) {
            Reply reply = shop.put("/v1/checkouts/near-1" + query, small("open", "\"c-n\""));

            assertThat(reply.at("/near/0/promotion")).isEqualTo("promotions/demo/ten-percent");
            assertThat(reply.at("/near/0/unmet/actual")).isEqualTo("70000");
            assertThat(reply.at("/near/0/distance/missing")).isEqualTo("30000");
            assertThat(reply.at("/near/0/distance/unit")).isEqualTo("money");
            assertThat(reply.at("/near/1/promotion")).isEmpty();
        }
        assertThat(shop.put("/v1/checkouts/near-1", small("open", "\"c-n\"")).text())
                .doesNotContain("\"near\"");
        assertThat(shop.put("/v1/checkouts/near-1?explain=none", small("open", "\"c-n\""))
                        .text())
                .doesNotContain("\"near\"");
        assertThat(shop.put("/v1/checkouts/near-1?explain=near", body("open", "\"c-n\""))
                        .text())
                .contains("\"near\":[]");
        assertThat(shop.put("/v1/checkouts/near-1?explain=all", small("open", "\"c-n\""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCloseTellsWhatItCameNearToAndARepeatIsTheSame() {
        Reply first = shop.put("/v1/checkouts/near-2?explain=near", small("closed", "\"c-n2\""));
        Reply again = shop.put("/v1/checkouts/near-2", small("closed", "\"c-n2\""));

        assertThat(first.at("/near/0/distance/missing")).isEqualTo("30000");
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void anIdempotencyKeyStandsForOneRequest() {
        String body = body("closed", "\"c-7\"");

        Reply first = keyed("/v1/checkouts/keyed-1", body);
        Reply again = keyed("/v1/checkouts/keyed-1", body);
        Reply other = keyed("/v1/checkouts/keyed-2", body);
        Reply changed = keyed("/v1/checkouts/keyed-1", body.replace("TEA", "CUP"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("/code")).isEqualTo("idempotency_conflict");
        assertThat(changed.at("/code")).isEqualTo("idempotency_conflict");
        assertThat(shop.get("/v1/checkouts/keyed-2").status()).isEqualTo(404);
    }

    private Reply keyed(String path, String body) {
        return shop.send(shop.to(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-7")
                .PUT(BodyPublishers.ofString(body)));
    }

    @Test
    void aClosedCheckoutIsNeverQuotedOrChangedAgain() {
        shop.put("/v1/checkouts/c-3", body("closed", "\"c-3\""));

        Reply quote = shop.put("/v1/checkouts/c-3", body("open", "\"c-3\""));
        Reply other = shop.put("/v1/checkouts/c-3", body("closed", "\"c-4\""));

        assertThat(quote.at("/code")).isEqualTo("checkout_move_forbidden");
        assertThat(other.at("/code")).isEqualTo("event_conflict");
    }

    @Test
    void aGuestIsQuotedWithoutACustomer() {
        Reply reply = shop.put("/v1/checkouts/g-1", body("open", "null"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("customer").isNull()).isTrue();
    }

    @Test
    void aDryCloseWritesNothing() {
        Reply dry = shop.put("/v1/checkouts/d-1?dry=true", body("closed", "\"c-5\""));

        assertThat(dry.status()).isEqualTo(200);
        assertThat(shop.get("/v1/checkouts/d-1").status()).isEqualTo(404);
    }

    @Test
    void theFutureIsOnlyDecidedDry() {
        Instant now = Instant.parse(shop.get("/v1/program").at("/now"));
        String later = "?at=" + now.plusSeconds(86_400);

        assertThat(shop.put("/v1/checkouts/f-1" + later, body("open", "\"c-6\""))
                        .at("/code"))
                .isEqualTo("invalid_parameter");
        assertThat(shop.put("/v1/checkouts/f-1" + later + "&dry=true", body("open", "\"c-6\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anotherCurrencyIsRefusedWithItsPointer() {
        Reply reply = shop.put("/v1/checkouts/e-1", body("open", "\"c-7\"").replace("IRR", "EUR"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/errors/0/pointer")).isEqualTo("/currency");
        assertThat(reply.at("/errors/0/code")).isEqualTo("currency_mismatch");
    }

    @Test
    void everythingWrongInABodyIsToldAtOnce() {
        Reply reply = shop.put("/v1/checkouts/e-2", """
                {"state": "opened", "currency": "IRR", "coupon": "X", "customer": {"phone": "12"},
                 "lines": [{"sku": "TEA", "quantity": 0, "unitPrice": 1.00001}]}
                """);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors").findValuesAsString("pointer"))
                .contains("/state", "/coupon", "/customer/phone", "/lines/0/quantity", "/lines/0/unitPrice");
    }

    @Test
    void aKeyGivenTwiceIsNotJson() {
        Reply reply = shop.put("/v1/checkouts/e-3", "{\"state\": \"open\", \"state\": \"closed\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/errors/0/code")).isEqualTo("duplicate_key");
        assertThat(reply.at("/errors/0/pointer")).isEqualTo("/state");
    }

    @Test
    void anOpenCheckoutIsFoundWithTheOffersItShowed() {
        shop.put("/v1/checkouts/o-1", body("open", "\"c-8\""));

        Reply reply = shop.get("/v1/checkouts/o-1");

        assertThat(reply.at("/state")).isEqualTo("open");
        assertThat(reply.at("/offersShown/0")).isEqualTo("promotions/demo/ten-percent");
    }

    @Test
    void aClosedCheckoutIsFoundWithItsAnswer() {
        Reply closed = shop.put("/v1/checkouts/o-2", body("closed", "\"c-9\""));

        Reply reply = shop.get("/v1/checkouts/o-2");

        assertThat(reply.at("/orderId")).isEqualTo("o-2");
        assertThat(reply.json().get("answer")).isEqualTo(closed.json());
    }
}
