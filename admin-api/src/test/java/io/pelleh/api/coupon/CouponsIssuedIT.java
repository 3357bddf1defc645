package io.pelleh.api.coupon;

import static io.pelleh.api.coupon.Coupons.CLIENTS;
import static io.pelleh.api.coupon.Coupons.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Coupons that rules hand out, through HTTP: one for each order, for its customer alone, gone with it. */
class CouponsIssuedIT {

    private static final String LANES = "lane,picks\nnext,best\nthanks,best\nhello,best\nnone,best\n";
    private static final String RULES = """
            rule "next" @lane( "next" )
            when Basket( couponBatches contains "thanks" ) then effects.amountOff( 100 ); end
            rule "thanks" @lane( "thanks" )
            when Basket( total >= 1000 ) then effects.issueCoupon( "thanks", 30 ); end
            rule "hello" @lane( "hello" ) @limitPerCustomer( 1 )
            when Customer( orders == 1 ) then effects.issueCoupon( "hello", 7 ); end
            rule "none" @lane( "none" )
            when Item( sku == "NONE" ) then effects.issueCoupon( "nowhere", 7 ); end
            """;

    private static final String TEXTS = "promotions/c/thanks: {granted: 'Your code: {code}'}";

    private static App app;
    private static Coupons coupons;

    @BeforeAll
    static void start() {
        app = App.start(Map.of());
        app.publish(Map.of(
                "promotions/lanes.csv", Coupons.bytes(LANES),
                "promotions/c.drl", Coupons.bytes(RULES),
                "texts/en.yaml", Coupons.bytes(TEXTS)));
        coupons = new Coupons(app);
        handedOut("thanks", "THX-####-####-####C");
        handedOut("hello", "HI-####-####-####");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static void handedOut(String batch, String pattern) {
        Reply reply =
                coupons.issue("{\"name\": \"%s\", \"pattern\": \"%s\", \"issued\": true}".formatted(batch, pattern));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.body().get("issued").asBoolean()).isTrue();
    }

    private static JsonNode issued(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.body()
                .get("effects")
                .valueStream()
                .filter(effect -> effect.get("type").asString().equals("coupon_issued"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reply.text()));
    }

    private static Reply cancel(String checkout) {
        return app.put("/v1/checkouts/" + checkout, "{\"state\": \"cancelled\"}");
    }

    @Test
    void aQuoteShowsItWithoutACodeAndTheCloseBringsOneThatOpensTheNextPromotion() {
        JsonNode shown = issued(coupons.put("a-1", "anna", "open"));
        Reply closed = coupons.put("a-1", "anna", "closed");
        JsonNode given = issued(closed);
        String code = given.get("code").asString();

        assertThat(shown.get("code").isNull()).isTrue();
        assertThat(shown.has("text")).isFalse();
        assertThat(given.at("/text/en").asString()).isEqualTo("Your code: " + code);
        assertThat(code).matches("THX-[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{5}");
        assertThat(Instant.parse(given.get("until").asString()))
                .isAfter(Instant.now().plus(Duration.ofDays(29)));
        assertThat(given.at("/opens/0").asString()).isEqualTo("promotions/c/next");
        assertThat(coupons.put("a-1", "anna", "closed").text()).isEqualTo(closed.text());
        JsonNode kept = app.get("/v1/coupons/" + code).body();
        assertThat(kept.get("customerId").asString()).isEqualTo("anna");
        assertThat(kept.get("issuedBy").asString()).isEqualTo("promotions/c/thanks");
        assertThat(kept.get("validUntil").asString())
                .isEqualTo(given.get("until").asString());

        assertThat(coupons.told(coupons.put("a-2", "omid", "open", code))).isEqualTo("coupon_not_yours");
        assertThat(coupons.told(coupons.put("a-3", "anna", "closed", code))).isEqualTo("accepted");
        assertThat(cancel("a-1").text()).doesNotContain(code);
        assertThat(app.get("/v1/coupons/" + code).body().get("withdrawnAt").isNull())
                .isTrue();
    }

    @Test
    void aDryCloseAndAGuestGetNoneAndABatchThatIsNotThereIsTold() {
        String close = Coupons.body("dora", "closed");
        assertThat(issued(app.put("/v1/checkouts/d-1?dry=true", close))
                        .get("code")
                        .isNull())
                .isTrue();

        assertThat(coupons.put("d-2", "", "closed").text()).contains("\"code\":\"profile_required\"");
        Reply none = app.put("/v1/checkouts/d-3", close.replace("TEA", "NONE"));
        assertThat(none.text()).contains("\"code\":\"coupon_not_issued\",\"detail\":\"nowhere\"");
    }

    @Test
    void anEventBringsOneToo() {
        Reply placed = app.event("""
                {"specversion": "1.0", "id": "e-1", "source": "shop", "type": "order.placed", "subject": "ewa",
                 "data": {"orderId": "e-1", "currency": "IRR", "lines": [{"sku": "CUP", "quantity": 1, "unitPrice": 10}]}}
                """);

        assertThat(issued(placed).get("code").asString()).startsWith("HI-");
        assertThat(coupons.codes("hello")).contains(issued(placed).get("code").asString());
    }

    @Test
    void anUnusedCodeGoesWithTheOrderThatBroughtIt() {
        String code = issued(coupons.put("w-1", "wim", "closed")).get("code").asString();

        Reply cancelled = cancel("w-1");

        assertThat(cancelled.text()).contains("coupon_withdrawn", code);
        assertThat(coupons.told(coupons.put("w-2", "wim", "open", code))).isEqualTo("coupon_blocked");
        assertThat(app.get("/v1/coupons/" + code).body().get("withdrawnAt").isNull())
                .isFalse();
    }

    @Test
    void ofSixtyFourClientsEachCloseBringsOneAndItsRepeatNoOther() {
        List<String> answers = together(i -> {
            String id = "r-" + i / 2;
            Reply reply = coupons.put(id, "r-" + i / 2, "closed");
            return reply.status() == 409
                    ? coupons.put(id, "r-" + i / 2, "closed").text()
                    : reply.text();
        });

        for (int i = 0; i < CLIENTS; i += 2) {
            assertThat(answers.get(i)).contains("coupon_issued").isEqualTo(answers.get(i + 1));
        }
        Integer codes = app.bean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT COUNT(*) FROM coupon WHERE customer LIKE 'r-%' AND issued_by = 'promotions/c/thanks'",
                        Integer.class);
        assertThat(codes).isEqualTo(CLIENTS / 2);
    }

    @Test
    void whoRedeemsWhileTheOrderIsCancelledEitherHasTheDiscountOrLosesTheCode() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CLIENTS / 2; i++) {
            codes.add(issued(coupons.put("x-" + i, "x-" + i, "closed"))
                    .get("code")
                    .asString());
        }

        List<Boolean> had = together(i -> i % 2 == 0
                ? coupons.told(coupons.put("y-" + i / 2, "x-" + i / 2, "closed", codes.get(i / 2)))
                        .equals("accepted")
                : patiently("x-" + i / 2).text().contains(codes.get(i / 2)));

        for (int i = 0; i < CLIENTS; i += 2) {
            assertThat(had.get(i)).as(codes.get(i / 2)).isNotEqualTo(had.get(i + 1));
            assertThat(app.get("/v1/coupons/" + codes.get(i / 2))
                            .body()
                            .get("uses")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    private static Reply patiently(String checkout) {
        Reply reply = cancel(checkout);
        for (int tries = 0; reply.status() == 409 && tries < 10; tries++) {
            reply = cancel(checkout);
        }
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }
}
