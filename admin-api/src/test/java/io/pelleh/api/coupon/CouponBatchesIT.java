package io.pelleh.api.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import io.pelleh.api.fixtures.Person;
import io.pelleh.api.security.Role;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Batches are made once, whole, and can be listed, exported, stopped, resumed and blocked. */
class CouponBatchesIT {

    private static App app;
    private static Coupons coupons;

    @BeforeAll
    static void start() {
        app = App.start(Map.of());
        coupons = new Coupons(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void aSmallBatchIsThereWithTheAnswerAndTheSameRequestChangesNothing() {
        String body = "{\"name\": \"small\", \"pattern\": \"small-####-####-####c\", \"count\": 250}";

        Reply first = coupons.issue(body);
        Reply again = coupons.issue(body);
        Reply other = coupons.issue(body.replace("250", "251"));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.body().get("state").asString()).isEqualTo("done");
        assertThat(first.body().get("maxUses").asLong()).isEqualTo(1);
        assertThat(again.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().get("code").asString()).isEqualTo("coupon_batch_exists");
        assertThat(new HashSet<>(coupons.codes("small")))
                .hasSize(250)
                .allMatch(code -> code.matches("SMALL-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{5}"));
    }

    @Test
    void aLargeBatchIsMadeInTheBackgroundAndPagedAndExportedWhole() {
        Reply begun = coupons.issue("{\"name\": \"large\", \"pattern\": \"############\", \"count\": 30000}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        Reply done = coupons.until("large", "done");
        assertThat(done.body().get("done").asInt()).isEqualTo(30_000);
        assertThat(done.body().get("etaSeconds").asInt()).isZero();

        Set<String> paged = new HashSet<>();
        String path = "/v1/coupon-batches/large/codes?limit=1000";
        JsonNode page = app.get(path).body();
        while (!page.get("nextCursor").isNull()) {
            page.get("codes").forEach(code -> paged.add(code.get("code").asString()));
            page = app.get(path + "&cursor=" + page.get("nextCursor").asString())
                    .body();
        }
        String[] csv = Person.of(app, "sara", Role.MARKETER)
                .get("/v1/coupon-batches/large/export", "text/csv")
                .text()
                .split("\r\n");

        assertThat(paged).hasSize(30_000);
        assertThat(csv).hasSize(30_001).startsWith("code,customerId,uses,blockedAt");
        assertThat(paged).contains(csv[30_000].split(",")[0]);
        assertThat(app.get("/v1/audit").text()).contains("coupons.exported", "coupons.issued");
    }

    @Test
    @Tag("full")
    void aMillionCodesAreThereWithinTwoMinutesAndExportedInAMoment() {
        long begun = System.nanoTime();
        coupons.issue("{\"name\": \"million\", \"pattern\": \"M-####-####-####C\", \"count\": 1000000}");
        coupons.until("million", "done");
        long made = System.nanoTime();
        String csv = Person.of(app, "omid", Role.MARKETER)
                .get("/v1/coupon-batches/million/export", "text/csv")
                .text();
        long exported = System.nanoTime();

        System.out.printf(
                "a million codes: made in %.1f s, exported in %.1f s%n", (made - begun) / 1e9, (exported - made) / 1e9);
        assertThat(csv.lines()).hasSize(1_000_001);
        assertThat(made - begun).isLessThan(Duration.ofMinutes(2).toNanos());
    }

    @Test
    void aBatchThatNobodyMakesAnyMoreGoesOnWhereItStoodWithoutACodeTooMany() {
        coupons.issue("{\"name\": \"left\", \"pattern\": \"############\", \"count\": 200000}");
        Reply stopped = app.post("/v1/coupon-batches/left/cancel", "application/json", "");
        assertThat(stopped.body().get("state").asString()).as(stopped.text()).isEqualTo("stopped");
        int stood = stopped.body().get("done").asInt();
        assertThat(stood).isLessThan(200_000);
        // As a node leaves it that was killed.
        app.bean(JdbcTemplate.class)
                .update("UPDATE coupon_batch SET state = 'GENERATING', runner = 'dead',"
                        + " seen_at = '2020-01-01' WHERE name = 'left'");

        try (App second = app.second()) {
            Reply done = coupons.until("left", "done");
            assertThat(done.body().get("done").asInt()).isEqualTo(200_000);
        }
        assertThat(app.bean(JdbcTemplate.class)
                        .queryForObject(
                                "SELECT COUNT(*) FROM coupon c JOIN coupon_batch b ON b.id = c.batch WHERE b.name = 'left'",
                                Integer.class))
                .isEqualTo(200_000);
    }

    @Test
    void aStoppedBatchIsResumed() {
        coupons.issue("{\"name\": \"paused\", \"pattern\": \"############\", \"count\": 50000}");
        app.post("/v1/coupon-batches/paused/cancel", "application/json", "");

        Reply resumed = app.post("/v1/coupon-batches/paused/resume", "application/json", "");

        assertThat(resumed.status()).isEqualTo(202);
        assertThat(coupons.until("paused", "done").body().get("done").asInt()).isEqualTo(50_000);
    }

    @Test
    void personalCodesAreOneForEachCustomer() {
        Reply reply = coupons.issue(
                "{\"name\": \"personal\", \"pattern\": \"####-####-C\", \"customers\": [\"anna\", \"omid\"]}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.body().at("/errors/0/pointer").asString()).isEqualTo("/pattern");

        coupons.issue("{\"name\": \"personal\", \"pattern\": \"####-#####-C\", \"customers\": [\"anna\", \"omid\"]}");
        JsonNode codes = app.get("/v1/coupon-batches/personal/codes").body().get("codes");

        assertThat(codes.valueStream().map(code -> code.get("customerId").asString()))
                .containsExactly("anna", "omid");
    }

    @Test
    void aGivenCodeIsThereOnceHoweverItIsWritten() {
        coupons.give("hello", "Hello-2026", ", \"maxUses\": 5");

        Reply twice = coupons.issue("{\"name\": \"hello-2\", \"code\": \"HELLO 2026\"}");
        Reply found = app.get("/v1/coupons/he-llo2026");

        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body().get("code").asString()).isEqualTo("coupon_exists");
        assertThat(app.get("/v1/coupon-batches/hello-2").status()).isEqualTo(404);
        assertThat(found.body().get("code").asString()).as(found.text()).isEqualTo("Hello-2026");
        assertThat(found.body().get("state").asString()).isEqualTo("usable");
        assertThat(found.body().get("batch").asString()).isEqualTo("hello");
    }

    @Test
    void codesAndBatchesAreBlockedAndTakenBackIn() {
        coupons.give("blocked", "BLOCK-ME", "");

        assertThat(blocked("/v1/coupons/block-me", "block").get("state").asString())
                .isEqualTo("coupon_blocked");
        assertThat(blocked("/v1/coupons/block-me", "unblock").get("state").asString())
                .isEqualTo("usable");
        assertThat(blocked("/v1/coupon-batches/blocked", "block")
                        .get("blockedAt")
                        .isNull())
                .isFalse();
        assertThat(app.get("/v1/coupons/block-me").body().get("state").asString())
                .isEqualTo("coupon_blocked");
        assertThat(blocked("/v1/coupon-batches/blocked", "unblock")
                        .get("blockedAt")
                        .isNull())
                .isTrue();
    }

    private static JsonNode blocked(String path, String how) {
        Reply reply = app.post(path + "/" + how, "application/json", "");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.body();
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatIsWrongIsTold() {
        for (String path : List.of("/v1/coupon-batches/none", "/v1/coupon-batches/none/codes", "/v1/coupons/NONE")) {
            assertThat(app.get(path).status()).as(path).isEqualTo(404);
        }
        for (String body : List.of(
                "{}",
                "{\"name\": \"A\", \"code\": \"X\"}",
                "{\"name\": \"a\", \"code\": \"X\", \"count\": 2}",
                "{\"name\": \"a\", \"code\": \"--\"}",
                "{\"name\": \"a\", \"pattern\": \"####\", \"count\": 0}",
                "{\"name\": \"a\", \"pattern\": \"############\", \"count\": 1000001}",
                "{\"name\": \"a\", \"pattern\": \"############\", \"customers\": [\"x\", \"x\"]}",
                "{\"name\": \"a\", \"code\": \"X\", \"validFrom\": \"2026-02-01T00:00:00Z\", \"validUntil\": \"2026-01-01T00:00:00Z\"}",
                "{\"name\": \"a\", \"code\": \"X\", \"validFrom\": \"spring\"}",
                "{\"name\": \"a\", \"code\": \"X\", \"maxUses\": 0}")) {
            Reply reply = coupons.issue(body);
            assertThat(reply.status()).as(body + " " + reply.text()).isEqualTo(422);
            assertThat(reply.body().get("errors").size()).as(reply.text()).isPositive();
        }
        for (String page : List.of("limit=0", "limit=x", "limit=1001")) {
            assertThat(app.get("/v1/coupon-batches?" + page).status()).isEqualTo(400);
        }
    }

    @Test
    void batchesArePagedByName() {
        coupons.give("page-1", "PAGE-ONE", "");
        coupons.give("page-2", "PAGE-TWO", "");

        JsonNode page = app.get("/v1/coupon-batches?limit=1&cursor=page-1").body();

        assertThat(page.at("/batches/0/name").asString()).isEqualTo("page-2");
        assertThat(page.get("nextCursor").asString()).isEqualTo("page-2");
    }
}
