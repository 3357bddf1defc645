package io.pelleh.api.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.Person;
import io.pelleh.api.fixtures.Person.Reply;
import io.pelleh.api.ruleset.ReleaseStore.Origin;
import io.pelleh.api.ruleset.ReleaseStore.Signed;
import io.pelleh.api.security.Role;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.rules.StarterPack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rules are swapped under load, on two nodes. */
class SwapsIT {

    private static final ProgramId SHOP = new ProgramId("shop");
    private static final int SWAPS = 20;
    private static final long EVERY_MILLIS = 5;
    private static final int IN_FLIGHT = 8;
    private static final String BASKET = """
            {"customerId": "%s", "state": "%s", "currency": "IRR", "shipping": 450000,
             "lines": [{"sku": "TEA-500", "category": "tea", "quantity": 2, "unitPrice": 1850000}]}
            """;

    private static final Map<Long, Long> PRICES = new ConcurrentHashMap<>(Map.of(1L, 4_950_000L));
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final Semaphore places = new Semaphore(IN_FLIGHT);

    private static App app;
    private static App other;
    private static Person shop;
    private static Person elsewhere;

    @BeforeAll
    static void start() {
        app = App.start(Map.of());
        other = app.second();
        shop = Person.of(app, "shop", Role.ADMIN);
        elsewhere = shop.at(other);
    }

    @AfterAll
    static void stop() {
        other.close();
        app.close();
    }

    /** The price that a release offers is known from its number alone. */
    private static Map<String, byte[]> files(long price) {
        Map<String, byte[]> files = new HashMap<>(StarterPack.files());
        String table = new String(files.get("promotions/upsell.csv"), StandardCharsets.UTF_8);
        files.put(
                "promotions/upsell.csv",
                table.replace("4950000", Long.toString(price)).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static long publish(long price) {
        return publish(files(price), price);
    }

    private static long publish(Map<String, byte[]> files, long price) {
        Releases releases = app.bean(Releases.class);
        long base = releases.newest(SHOP).number();
        Publication publication = new Publication(SHOP, base, files, new Signed("a", "b", ""), Origin.NONE, null);
        return releases.publish(publication, number -> PRICES.put(number, price))
                .number();
    }

    private static long offered(JsonNode answer) {
        for (JsonNode effect : answer.path("effects")) {
            if (effect.path("type").asString().equals("upsell_offer")) {
                return effect.path("unitPrice").asLong();
            }
        }
        return 0;
    }

    @Test
    void twentyPublicationsInARowFailNoRequestAndEachAnswerIsThatOfTheReleaseItNames() throws Exception {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            clock.scheduleAtFixedRate(() -> threads.execute(this::request), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            for (int i = 1; i <= SWAPS; i++) {
                publish(4_000_000 + i);
                go(40);
            }
            Reply back = shop.post("/v1/releases/1/rollback", "");
            assertThat(back.status()).as(back.text()).isEqualTo(200);
            PRICES.put(back.json().path("number").asLong(), 4_950_000L);
            go(100);
            clock.shutdown();
        }

        assertThat(broken).isEmpty();
        assertThat(replies).hasSizeGreaterThan(SWAPS * 40);
        assertThat(replies).allSatisfy(this::answersAsItsRelease);
        assertThat(replies.stream()
                        .map(reply -> reply.json().path("release").asLong())
                        .distinct())
                .hasSizeGreaterThan(SWAPS / 2);
    }

    private void go(int requests) {
        int reached = sent.get() + requests;
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(5)).until(() -> sent.get() >= reached);
    }

    private void answersAsItsRelease(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        long release = reply.json().path("release").asLong();
        assertThat(offered(reply.json())).as("release " + release).isEqualTo(PRICES.get(release));
    }

    /** At most a few at a time: a shop waits for its answers. */
    private void request() {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            int number = sent.incrementAndGet();
            String body = BASKET.formatted("load-" + number, number % 4 == 0 ? "closed" : "open");
            replies.add((number % 3 == 0 ? elsewhere : shop).put("/v1/checkouts/load-" + number, body));
        } catch (RuntimeException e) {
            broken.add(e);
        } finally {
            places.release();
        }
    }

    @Test
    void anotherNodeSeesAPublicationWithinSeconds() {
        long number = publish(4_444_444);

        await().atMost(Duration.ofSeconds(3))
                .until(() -> offered(elsewhere
                                .put("/v1/checkouts/seen", BASKET.formatted("seen", "open"))
                                .json())
                        == 4_444_444);
        await().atMost(Duration.ofSeconds(3))
                .until(() -> shop.get("/v1/releases/" + number).json().findValuesAsString("state").stream()
                                .filter("loaded"::equals)
                                .count()
                        == 2);
    }

    @Test
    @Tag("full")
    void anEditedRowOfAThousandIsLiveWithinASecond() {
        String table = thousandRows();
        publish(table, 4_950_000);
        long best = Long.MAX_VALUE;

        for (long price = 4_321_000; price < 4_321_005; price++) {
            long begun = System.nanoTime();
            publish(table.replace("4950000", Long.toString(price)), price);
            Reply quote = shop.put("/v1/checkouts/row", BASKET.formatted("row", "open"));
            best = Math.min(best, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            assertThat(offered(quote.json())).isEqualTo(price);
        }

        System.out.println("edited row of 1,000 live after " + best + " ms");
        assertThat(best).isLessThan(1_000);
    }

    private static void publish(String upsell, long price) {
        Map<String, byte[]> files = new HashMap<>(StarterPack.files());
        files.put("promotions/upsell.csv", upsell.getBytes(StandardCharsets.UTF_8));
        publish(files, price);
    }

    private static String thousandRows() {
        StringBuilder table =
                new StringBuilder(new String(StarterPack.files().get("promotions/upsell.csv"), StandardCharsets.UTF_8));
        for (int i = 0; i < 1_000; i++) {
            table.append("row %d,SKU-%d,1,\"\"\"SKU-%d\"\", 2, 1000\",5,01-Jan-2035%n".formatted(i, i, i));
        }
        return table.toString();
    }
}
