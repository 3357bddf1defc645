package io.pelleh.api.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.coupon.GuessCounts.Bounds;
import io.pelleh.api.coupon.GuessCounts.Pace;
import io.pelleh.api.coupon.GuessCounts.Verdict;
import io.pelleh.api.coupon.redis.GuessesInRedis;
import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import io.pelleh.api.fixtures.Servers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who tries codes is locked out, on every node, and nobody else is. */
class GuessIT {

    private static final Pace PACE = new Pace(Duration.ofMinutes(10), Duration.ofSeconds(60), Duration.ofSeconds(150));

    /** Redis outlives a run, and lock-outs grow. */
    private static final String RUN = UUID.randomUUID().toString();

    private static final String MALLORY = "mallory-" + RUN;
    private static final String TRUDY = "trudy-" + RUN;
    private static App app;
    private static Coupons coupons;

    @BeforeAll
    static void start() {
        app = App.start(Map.of(
                "pelleh.coupons.guesses.per-customer", "5",
                "pelleh.coupons.guesses.per-device", "3",
                "pelleh.coupons.guesses.guests", "4"));
        app.publish(Coupons.rules("good"));
        coupons = new Coupons(app);
        coupons.give("good", "GOOD", "");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static void guess(String customer, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(coupons.told(coupons.put("g-" + customer + "-" + i, customer, "open", "WRONG-" + i)))
                    .isEqualTo("coupon_not_found");
        }
    }

    @Test
    void aCustomerWhoTriesTooManyCodesGetsNoneLookedUpAndOthersDo() {
        guess(MALLORY, 5);
        guess(MALLORY, 5);
        Reply last = coupons.put("g-x", MALLORY, "open", "WRONG-6");
        Reply good = coupons.put("g-y", MALLORY, "closed", "GOOD");
        Reply none = coupons.put("g-z", MALLORY, "open");

        assertThat(last.status()).as(last.text()).isEqualTo(429);
        assertThat(last.body().get("code").asString()).isEqualTo("rate_limited");
        assertThat(good.status()).as(good.text()).isEqualTo(429);
        assertThat(none.status()).as(none.text()).isEqualTo(200);
        assertThat(coupons.told(coupons.put("g-a", "anna", "closed", "GOOD"))).isEqualTo("accepted");
        assertThat(coupons.told(coupons.put("g-b", "anna", "open", "WRONG-1"))).isEqualTo("coupon_not_found");
        assertThat(app.get("/v1/audit").text()).contains("coupons.locked_out", "customer/" + MALLORY);
    }

    @Test
    void anotherNodeKnowsOfALockOutAtTheFirstWrongCode() throws Exception {
        guess(TRUDY, 5);
        assertThat(coupons.put("t-x", TRUDY, "open", "WRONG-6").status()).isEqualTo(429);

        try (App second = app.second()) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(second.url() + "/v1/checkouts/t-y"))
                                    .header("Authorization", "Bearer " + app.key())
                                    .header("Content-Type", "application/json")
                                    .PUT(HttpRequest.BodyPublishers.ofString(Coupons.body(TRUDY, "open", "WRONG-7")))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
            assertThat(Long.parseLong(answer.headers().firstValue("Retry-After").orElse("0")))
                    .isBetween(30L, 60L);
        }
    }

    @Test
    void aDeviceIsCountedForGuestsAndOtherDevicesAreFree() {
        String body = Coupons.body("", "open", "WRONG-%s").replaceFirst("\\{", "{\"device\": \"%s\", ");
        for (int i = 0; i < 3; i++) {
            assertThat(app.put("/v1/checkouts/d-" + i, body.formatted("phone-" + RUN, i))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(app.put("/v1/checkouts/d-4", body.formatted("phone-" + RUN, "4"))
                        .status())
                .isEqualTo(429);
        assertThat(app.put("/v1/checkouts/d-5", body.formatted("tablet-" + RUN, "5"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void lockOutsGrowUpToTheLongestWhereverTheyAreCounted() {
        Instant[] now = {Instant.parse("2026-05-01T08:00:00Z")};
        InstantSource clock = () -> now[0];
        GuessCounts memory = new GuessesInMemory(clock);
        Bounds bounds = new Bounds(2, PACE);

        for (long seconds : new long[] {60, 120, 150}) {
            assertThat(memory.count("who", Set.of("A", "B"), bounds)).isEqualTo(Verdict.FREE);
            assertThat(memory.count("who", Set.of("B"), bounds)).isEqualTo(Verdict.FREE);
            assertThat(memory.count("who", Set.of("C"), bounds)).isEqualTo(new Verdict(seconds, true));
            assertThat(memory.count("who", Set.of("D"), bounds)).isEqualTo(new Verdict(seconds, false));
            now[0] = now[0].plusSeconds(seconds);
        }
        now[0] = now[0].plus(Duration.ofDays(2));
        assertThat(memory.count("who", Set.of("A", "B", "C"), bounds)).isEqualTo(new Verdict(60, true));
    }

    @Test
    void redisCountsAsMemoryDoesAndWithoutRedisEachNodeCountsForItself() {
        Bounds bounds = new Bounds(2, PACE);
        String who = "p:customer:" + UUID.randomUUID();
        try (GuessesInRedis redis =
                new GuessesInRedis(Servers.shared().redisUri(), (name, codes, limit) -> new Verdict(99, false))) {
            assertThat(redis.count(who, Set.of("A", "B"), bounds)).isEqualTo(Verdict.FREE);
            assertThat(redis.count(who, Set.of("B"), bounds)).isEqualTo(Verdict.FREE);
            assertThat(redis.count(who, Set.of("C"), bounds)).isEqualTo(new Verdict(60, true));
            assertThat(redis.count(who, Set.of("D"), bounds).seconds()).isBetween(30L, 60L);
        }
        GuessCounts alone = new GuessesInMemory(InstantSource.system());
        try (GuessesInRedis away = new GuessesInRedis("redis://127.0.0.1:1", alone)) {
            assertThat(away.count(who, Set.of("A", "B"), bounds)).isEqualTo(Verdict.FREE);
            assertThat(away.count(who, Set.of("C"), bounds)).isEqualTo(new Verdict(60, true));
        }
    }
}
