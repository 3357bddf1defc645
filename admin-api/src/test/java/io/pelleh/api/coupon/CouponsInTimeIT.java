package io.pelleh.api.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Coupons for customers who do nothing: time that passes hands them out. */
class CouponsInTimeIT {

    private static final String RULES = """
            rule "back" @lane( "back" ) @limitPerCustomer( 1 )
            when Customer( orders > 0, recencyDays > 30 ) then effects.issueCoupon( "back", 14 ); end
            rule "welcome" @lane( "welcome" )
            when Basket( couponBatches contains "back" ) then effects.amountOff( 100 ); end
            """;

    @Test
    void whoStaysAwayForAMonthGetsOneThatWorksAndNoSecond() {
        try (App app = App.sandbox(Map.of())) {
            Coupons coupons = new Coupons(app);
            app.publish(Map.of(
                    "promotions/lanes.csv", Coupons.bytes("lane,picks\nback,best\nwelcome,best\n"),
                    "promotions/c.drl", Coupons.bytes(RULES)));
            Reply batch = coupons.issue("{\"name\": \"back\", \"pattern\": \"BACK-####-####-####\", \"issued\": true}");
            assertThat(batch.status()).as(batch.text()).isEqualTo(201);
            assertThat(coupons.put("b-1", "bita", "closed").status()).isEqualTo(200);

            move(app, Duration.ofDays(32));
            String code = Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> coupons.codes("back"), codes -> !codes.isEmpty())
                    .getFirst();
            move(app, Duration.ofDays(40));
            Reply other = coupons.put("b-2", "omid", "open", code);
            Reply own = coupons.put("b-3", "bita", "closed", code);

            JsonNode kept = app.get("/v1/coupons/" + code).body();
            assertThat(kept.get("customerId").asString()).isEqualTo("bita");
            assertThat(kept.get("issuedBy").asString()).isEqualTo("promotions/c/back");
            assertThat(coupons.told(other)).isEqualTo("coupon_not_yours");
            assertThat(coupons.told(own)).isEqualTo("accepted");
            assertThat(coupons.codes("back")).isEqualTo(List.of(code));
        }
    }

    private static void move(App app, Duration later) {
        Reply reply = app.post(
                "/v1/programs/shop/clock",
                "application/json",
                "{\"now\": \"" + Instant.now().plus(later) + "\"}");
        assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
    }
}
