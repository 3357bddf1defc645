package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.http.Shop.Reply;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class CustomersHttpTest {

    private final Shop admin;
    private final Shop decide;

    CustomersHttpTest(@LocalServerPort int port, @Autowired KeyRing keys) {
        admin = Shop.admin(port, keys);
        decide = Shop.with(port, keys, Scope.DECIDE);
    }

    private void buys(String customer, String checkout) {
        Reply reply = admin.put("/v1/checkouts/" + checkout, """
                {"state": "closed", "customerId": "%s", "currency": "IRR",
                 "lines": [{"sku": "TEA", "quantity": 2, "unitPrice": 100000}]}""".formatted(customer));
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void aCustomerIsShownWithStandingMetricsAndRecentDecisions() {
        buys("cu-1", "cu-1-a");

        Reply reply = decide.get("/v1/customers/cu-1");

        assertThat(reply.at("/rung")).isEqualTo("CUSTOMER");
        assertThat(reply.at("/metrics/orders")).isEqualTo("1");
        assertThat(reply.at("/metrics/spent")).isEqualTo("180000");
        assertThat(reply.at("/metrics/recencyDays")).isEqualTo("0");
        assertThat(reply.at("/recent/0/eventId")).isEqualTo("cu-1-a/closed");
        assertThat(reply.at("/recent/0/effects/0/promotion")).isEqualTo("promotions/demo/ten-percent");
    }

    @Test
    void nobodyKnownIsNotFound() {
        assertThat(decide.get("/v1/customers/nobody").at("/code")).isEqualTo("customer_not_found");
        assertThat(decide.get("/v1/customers/nobody/timeline").at("/code")).isEqualTo("customer_not_found");
        assertThat(decide.get("/v1/customers/nobody?at=2020-01-01T00:00:00Z").status())
                .isEqualTo(404);
    }

    @Test
    void beforeTheFirstDecisionNothingWasKnownAndAQuoteIsThatOfANewCustomer() {
        buys("cu-3", "cu-3-a");
        String quote = """
                {"customerId": "cu-3", "state": "open", "currency": "IRR",
                 "lines": [{"sku": "TEA", "quantity": 1, "unitPrice": 200000}]}
                """;

        Reply before = decide.get("/v1/customers/cu-3?at=2020-01-01T00:00:00Z");
        Reply asOfThen = decide.put("/v1/checkouts/cu-3-q?at=2020-01-01T00:00:00Z", quote);

        assertThat(before.status()).isEqualTo(404);
        assertThat(before.at("/detail")).isEqualTo("nothing was known about this customer then");
        assertThat(asOfThen.status()).as(asOfThen.text()).isEqualTo(200);
        assertThat(asOfThen.at("/customer/rung")).isEqualTo("SUSPECT");
    }

    @Test
    void aTimelineGoesOnWhereThePageBeforeEnded() {
        buys("cu-2", "cu-2-a");
        buys("cu-2", "cu-2-b");

        Reply first = decide.get("/v1/customers/cu-2/timeline?limit=1");
        Reply second = decide.get("/v1/customers/cu-2/timeline?limit=1&cursor=" + first.at("/nextCursor"));

        assertThat(first.at("/entries/0/eventId")).isEqualTo("cu-2-b/closed");
        assertThat(second.at("/entries/0/eventId")).isEqualTo("cu-2-a/closed");
    }

    @Test
    void personalFieldsAreAskedForByAdminsOnly() {
        assertThat(decide.get("/v1/customers?city=Shiraz").at("/code")).isEqualTo("scope_missing");
        assertThat(admin.get("/v1/customers?city=Shiraz&gender=female").status())
                .isEqualTo(200);
    }

    @Test
    void aParameterThatIsWrongIsNamed() {
        assertThat(admin.get("/v1/customers?limit=0").at("/errors/0/code")).isEqualTo("invalid_limit");
        assertThat(admin.get("/v1/customers?cursor=zzz").at("/errors/0/code")).isEqualTo("invalid_cursor");
        assertThat(admin.get("/v1/customers?ctiy=x").at("/errors/0/code")).isEqualTo("invalid_parameter");
        assertThat(admin.get("/v1/customers?askedSince=2026-01-01T00:00:00Z").status())
                .isEqualTo(400);
    }

    @Test
    void aSandboxClockOnlyMovesForward() {
        String path = "/v1/programs/demo/clock";
        String now = admin.get("/v1/program").at("/now");

        Reply same = admin.post(path, "application/json", "{\"now\": \"" + now + "\"}");
        Reply back = admin.post(path, "application/json", "{\"now\": \"2026-04-30T00:00:00Z\"}");
        Reply elsewhere = admin.post("/v1/programs/other/clock", "application/json", "{\"now\": \"" + now + "\"}");
        Reply nonsense = admin.post(path, "application/json", "{\"now\": \"soon\"}");

        assertThat(same.at("/now")).isEqualTo(now);
        assertThat(back.at("/code")).isEqualTo("clock_moves_forward");
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(nonsense.at("/errors/0/pointer")).isEqualTo("/now");
    }
}
