package io.pelleh.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.checkout.IdempotencyKeys;
import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class OnceIT {

    private static final int CLIENTS = 32;
    private static final int EVENTS = 500;
    private static final int SENDS_PER_CLIENT = 150;
    private static final int CUSTOMERS = 40;
    private static final long SEED = 20261122;

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Map.of());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void eventsSentManyTimesByManyClientsAreAppliedOnceWithOneAnswer() throws Exception {
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<Integer, Map<String, Integer>> answers = new ConcurrentHashMap<>();

        together(CLIENTS, client -> {
            Random random = new Random(SEED + client);
            for (int i = 0; i < SENDS_PER_CLIENT; i++) {
                int event = random.nextInt(EVENTS);
                Reply reply = sendUntilAnswered(event, at);
                answers.computeIfAbsent(event, e -> new ConcurrentHashMap<>()).merge(reply.text(), 1, Integer::sum);
            }
            return null;
        });

        assertThat(answers.values()).allSatisfy(texts -> assertThat(texts).hasSize(1));
        long orders = IntStream.range(0, CUSTOMERS).mapToLong(this::ordersOf).sum();
        assertThat(orders).isEqualTo(answers.size());
    }

    private Reply sendUntilAnswered(int event, Instant at) {
        String body = Bodies.order("e" + event, "customer-" + event % CUSTOMERS, "order-" + event, at);
        Reply reply = app.event(body);
        while (reply.status() == 409) {
            assertThat(reply.body().path("code").asString()).isEqualTo("still_deciding");
            reply = app.event(body);
        }
        assertThat(reply.status()).as(reply.text()).isBetween(200, 202);
        return reply;
    }

    private long ordersOf(int customer) {
        Reply reply = app.get("/v1/customers/customer-" + customer);
        return reply.status() == 404 ? 0 : reply.body().at("/metrics/orders").asLong();
    }

    @Test
    void twoClientsThatCloseOneCheckoutAtOnceGetOneDecision() throws Exception {
        for (int round = 0; round < 20; round++) {
            String path = "/v1/checkouts/race-" + round;
            String body = Bodies.checkout("racer", "closed", "TEA-500", 3_000_000);

            List<Reply> replies = together(2, client -> app.put(path, body));

            assertThat(replies)
                    .allSatisfy(
                            reply -> assertThat(reply.status()).as(reply.text()).isEqualTo(200));
            assertThat(replies.get(0).text()).isEqualTo(replies.get(1).text());
        }
        assertThat(app.get("/v1/customers/racer").body().at("/metrics/orders").asLong())
                .isEqualTo(20);
    }

    @Test
    void aReferralCodeStaysWithTheClose() {
        String body = Bodies.checkout("referred", "closed", "TEA-500", 3_000_000)
                .replace("\"state\"", "\"referralCode\": \"SARA-7\", \"state\"");

        assertThat(app.put("/v1/checkouts/referred-1", body).status()).isEqualTo(200);

        String happening = app.bean(JdbcTemplate.class)
                .queryForObject("SELECT happening FROM journal WHERE event_id = 'referred-1/closed'", String.class);
        assertThat(happening).contains("\"referralCode\":\"SARA-7\"");
    }

    @Test
    void anIdempotencyKeyStandsForOneRequest() {
        IdempotencyKeys keys = app.bean(IdempotencyKeys.class);
        Instant now = Instant.now();

        assertThat(keys.claim(app.program().id(), "key", "one", now)).isTrue();
        assertThat(keys.claim(app.program().id(), "key", "one", now)).isTrue();
        assertThat(keys.claim(app.program().id(), "key", "two", now)).isFalse();
    }

    @Test
    void aCheckoutAndItsOrderEventAreOnePurchase() {
        Reply closed = app.put("/v1/checkouts/one-1", Bodies.checkout("one", "closed", "TEA-500", 3_000_000));
        long points = app.get("/v1/customers/one").body().at("/points/active").asLong();

        Reply told = app.event(Bodies.order("one-e1", "one", "one-1", Instant.now()));

        assertThat(closed.status()).isEqualTo(200);
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        Reply customer = app.get("/v1/customers/one");
        assertThat(customer.body().at("/metrics/orders").asLong())
                .as(customer.text())
                .isEqualTo(1);
        assertThat(customer.body().at("/points/active").asLong()).isEqualTo(points);
    }

    private interface Client<T> {
        T run(int client) throws Exception;
    }

    private static <T> List<T> together(int clients, Client<T> work) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> tasks = IntStream.range(0, clients)
                    .mapToObj(i -> (Callable<T>) () -> work.run(i))
                    .toList();
            List<Future<T>> done = threads.invokeAll(tasks);
            for (Future<T> future : done) {
                future.get();
            }
            return done.stream().map(Future::resultNow).toList();
        }
    }
}
