package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.http.Shop.Reply;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.Scope;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What comes back of a checkout, over HTTP. */
@HttpTest
class ReturnsHttpTest {

    private final Shop shop;

    ReturnsHttpTest(@LocalServerPort int port, @Autowired KeyRing keys) {
        shop = Shop.with(port, keys, Scope.DECIDE);
    }

    private void closed(String id, String customer) {
        Reply reply = shop.put("/v1/checkouts/" + id, """
                {"state": "closed", "customerId": %s, "currency": "IRR", "shipping": 50000,
                 "lines": [{"sku": "TEA", "quantity": 3, "unitPrice": 100000.5}, {"sku": "CUP", "quantity": 1, "unitPrice": 99998}]}
                """.formatted(customer));
        assertThat(reply.at("/totals/toPay")).isEqualTo("410000");
    }

    private Reply bring(String id, String body) {
        return shop.post("/v1/checkouts/" + id + "/returns", "application/json", body);
    }

    @Test
    void aPartGivesBackWhatWasChargedForIt() {
        closed("r-1", "\"r-1\"");

        Reply reply = bring("r-1", "{\"returnId\": \"a\", \"lines\": [{\"line\": 0, \"quantity\": 1}]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/state")).isEqualTo("partially_returned");
        assertThat(reply.at("/refund/goods")).isEqualTo("90001");
        assertThat(reply.at("/refund/shipping")).isEqualTo("0");
        assertThat(reply.at("/lines/0/left")).isEqualTo("2");
        assertThat(reply.at("/promotions/0/fate")).isEqualTo("kept");
        assertThat(reply.at("/customer/id")).isEqualTo("r-1");
    }

    @Test
    void allPartsTogetherGiveBackAllThatWasPaid() {
        closed("r-2", "\"r-2\"");
        bring("r-2", "{\"returnId\": \"a\", \"lines\": [{\"sku\": \"TEA\", \"quantity\": 2}]}");

        Reply last = bring("r-2", """
                {"returnId": "b", "lines": [{"sku": "TEA", "quantity": 1}, {"line": 1, "quantity": 1}]}
                """);

        assertThat(last.at("/state")).isEqualTo("returned");
        assertThat(last.at("/refund/total")).isEqualTo(Long.toString(410_000 - 180_001));
        assertThat(last.at("/promotions/0/fate")).isEqualTo("given_back");
        Reply found = shop.get("/v1/checkouts/r-2");
        assertThat(found.at("/state")).isEqualTo("returned");
        assertThat(found.at("/givenBack/goods")).isEqualTo("360000");
        assertThat(found.at("/answer/totals/toPay")).isEqualTo("410000");
    }

    @Test
    void theSameReturnAgainGetsTheSameBytesAndOtherContentIsAConflict() {
        closed("r-3", "\"r-3\"");
        String body = "{\"returnId\": \"a\", \"lines\": [{\"line\": 0, \"quantity\": 1}]}";

        Reply first = bring("r-3", body);
        Reply again = bring("r-3", body);
        Reply other = bring("r-3", body.replace("\"line\": 0", "\"line\": 1"));

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Pelleh-Repeat")).isEqualTo("true");
        assertThat(other.at("/code")).isEqualTo("event_conflict");
    }

    @Test
    void aPreviewTellsTheSameNumbersAndWritesNothing() {
        closed("r-4", "\"r-4\"");
        String body = "{\"returnId\": \"a\", \"lines\": [{\"line\": 0, \"quantity\": 3}], \"shipping\": true}";

        Reply dry = shop.post("/v1/checkouts/r-4/returns?dry=true", "application/json", body);

        assertThat(dry.at("/committed")).isEqualTo("false");
        assertThat(shop.get("/v1/checkouts/r-4").at("/state")).isEqualTo("closed");
        Reply real = bring("r-4", body);
        assertThat(real.json().get("refund")).isEqualTo(dry.json().get("refund"));
        assertThat(real.at("/refund/shipping")).isEqualTo("50000");
    }

    @Test
    void whatIsNotThereIsRefusedWithItsPlace() {
        closed("r-5", "\"r-5\"");

        Reply reply = bring("r-5", """
                {"returnId": "a", "lines": [{"line": 0, "quantity": 4}, {"sku": "POT", "quantity": 1}, {"line": 2, "quantity": 1}]}
                """);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/code")).isEqualTo("return_refused");
        assertThat(reply.json().get("errors").findValuesAsString("pointer"))
                .containsExactly("/lines/0/quantity", "/lines/1/sku", "/lines/2/line");
        assertThat(reply.json().get("errors").findValuesAsString("code"))
                .containsExactly("more_than_left", "unknown_sku", "unknown_line");
    }

    @Test
    void everythingWrongInABodyIsToldAtOnce() {
        Reply reply = bring("r-6", """
                {"lines": [{"line": 0, "sku": "TEA", "quantity": 0}], "shipping": 1, "occurredAt": "yesterday", "who": 1}
                """);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors").findValuesAsString("pointer"))
                .contains("/returnId", "/lines/0/line", "/lines/0/quantity", "/shipping", "/occurredAt", "/who");
    }

    @Test
    void movesThatAreNotAllowedAreRefused() {
        closed("r-7", "null");
        String body =
                "{\"returnId\": \"%s\", \"lines\": [{\"sku\": \"TEA\", \"quantity\": 3}, {\"sku\": \"CUP\", \"quantity\": 1}]}";
        shop.put("/v1/checkouts/r-8", "{\"state\": \"open\", \"currency\": \"IRR\", \"lines\": []}");

        assertThat(bring("never", body.formatted("a")).at("/code")).isEqualTo("checkout_not_found");
        assertThat(bring("r-8", body.formatted("a")).at("/code")).isEqualTo("checkout_move_forbidden");
        assertThat(bring("r-7", body.formatted("a")).at("/state")).isEqualTo("returned");
        assertThat(bring("r-7", body.formatted("b")).at("/code")).isEqualTo("checkout_move_forbidden");
        assertThat(shop.put("/v1/checkouts/r-7", "{\"state\": \"cancelled\"}").at("/code"))
                .isEqualTo("checkout_move_forbidden");
    }

    @Test
    void cancellingAfterTheCloseGivesBackTheRest() {
        closed("r-9", "\"r-9\"");
        bring("r-9", "{\"returnId\": \"a\", \"lines\": [{\"line\": 0, \"quantity\": 1}]}");

        Reply reply = shop.put("/v1/checkouts/r-9", "{\"state\": \"cancelled\"}");

        assertThat(reply.at("/state")).isEqualTo("cancelled");
        assertThat(reply.at("/refund/total")).isEqualTo(Long.toString(410_000 - 90_001));
        assertThat(reply.at("/customer/id")).isEqualTo("r-9");
        assertThat(shop.put("/v1/checkouts/r-9", "{\"state\": \"cancelled\"}").text())
                .isEqualTo(reply.text());
    }

    @Test
    void anExchangeIsAReturnAndACloseWithTheBalanceBetweenThem() {
        closed("x-1", "\"x-1\"");
        String body = """
                {"returnId": "swap", "lines": [{"sku": "TEA", "quantity": 3}],
                 "checkout": {"checkoutId": "x-2", "currency": "IRR", "lines": [{"sku": "POT", "quantity": 1, "unitPrice": 400000}]}}
                """;

        Reply dry = shop.post("/v1/checkouts/x-1/exchanges?dry=true", "application/json", body);
        Reply reply = shop.post("/v1/checkouts/x-1/exchanges", "application/json", body);
        Reply again = shop.post("/v1/checkouts/x-1/exchanges", "application/json", body);

        assertThat(dry.json().get("balance")).isEqualTo(reply.json().get("balance"));
        assertThat(reply.at("/returned/refund/total")).isEqualTo("270002");
        assertThat(reply.at("/checkout/totals/toPay")).isEqualTo("360000");
        assertThat(reply.at("/balance/toPay")).isEqualTo("89998");
        assertThat(again.text()).isEqualTo(reply.text());
        assertThat(shop.get("/v1/checkouts/x-2").at("/state")).isEqualTo("closed");
        assertThat(shop.get("/v1/checkouts/x-2").at("/customerId")).isEqualTo("x-1");
    }

    @Test
    void anExchangeTellsEverythingThatIsWrongAtOnce() {
        Reply reply = shop.post("/v1/checkouts/x-3/exchanges", "application/json", """
                {"returnId": "swap", "lines": [{"quantity": 3}], "checkout": {"checkoutId": "x-3", "currency": "EUR", "lines": []}}
                """);

        assertThat(reply.json().get("errors").findValuesAsString("pointer"))
                .contains("/lines/0/line", "/checkout/currency", "/checkout/checkoutId");
    }

    @Test
    void aShopThatDecidedByItselfIsBookedAsItChargedAndReconciled() {
        String body = """
                {"state": "closed", "decidedBy": "shop", "customerId": "s-1", "currency": "IRR", "occurredAt": "2026-04-30T08:00:00Z",
                 "lines": [{"sku": "TEA", "quantity": 1, "unitPrice": 200000}], "totals": {"discount": 50000, "toPay": %d}}
                """;

        Reply wrong = shop.put("/v1/checkouts/s-1", body.formatted(150_001));
        Reply reply = shop.put("/v1/checkouts/s-1", body.formatted(150_000));

        assertThat(wrong.at("/errors/0/pointer")).isEqualTo("/totals/toPay");
        assertThat(reply.at("/totals/toPay")).isEqualTo("150000");
        assertThat(reply.at("/reconciled/decided/toPay")).isEqualTo("180000");
        assertThat(reply.at("/reconciled/difference/discount")).isEqualTo("30000");
        assertThat(bring("s-1", "{\"returnId\": \"a\", \"lines\": [{\"line\": 0, \"quantity\": 1}]}")
                        .at("/refund/total"))
                .isEqualTo("150000");
    }

    @Test
    void whereItStoodThenIsToldFromTheJournal() {
        closed("t-1", "\"t-1\"");
        String before = shop.get("/v1/checkouts/t-1").at("/answer/decidedAt");
        bring("t-1", "{\"returnId\": \"a\", \"lines\": [{\"line\": 0, \"quantity\": 1}]}");

        assertThat(shop.get("/v1/checkouts/t-1?at=2020-01-01T00:00:00Z").at("/code"))
                .isEqualTo("checkout_not_found");
        Reply now = shop.get("/v1/checkouts/t-1?at=" + Instant.parse(before).plusSeconds(86_400));
        assertThat(now.json()).isEqualTo(shop.get("/v1/checkouts/t-1").json());
        assertThat(now.at("/state")).isEqualTo("partially_returned");
    }

    @Test
    void aQuoteThatStillHoldsIsKept() {
        String body = "{\"state\": \"%s\", \"customerId\": \"p-1\", \"currency\": \"IRR\","
                + " \"lines\": [{\"sku\": \"TEA\", \"quantity\": 1, \"unitPrice\": 200000}]}";

        Reply quote = shop.put("/v1/checkouts/p-1", body.formatted("open"));
        Reply close = shop.put("/v1/checkouts/p-1", body.formatted("closed"));

        assertThat(close.json().get("totals")).isEqualTo(quote.json().get("totals"));
        assertThat(close.json().has("changed")).isFalse();
    }
}
