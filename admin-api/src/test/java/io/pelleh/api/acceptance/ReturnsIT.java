package io.pelleh.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many clients bringing back at once get back what was paid, and not more. */
class ReturnsIT {

    private static final int LIMIT = 20;
    private static final String HOT = "promotions/hot/hot";
    private static final String RULES = """
            rule "hot"
                @limit( %d )
            when
                Basket( total >= 1000, shipping == 450 )
            then
                effects.percentOff( 33 );
            end

            rule "bulk"
                @onReturn( claw_back )
            when
                Basket( total >= 5000, shipping == 30 )
            then
                effects.percentOff( 10 );
            end

            rule "cool"
            when
                Basket( total >= 1000, shipping == 70 )
            then
                effects.percentOff( 33 );
            end
            """.formatted(LIMIT);

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Map.of());
        app.publishWith("promotions/hot.drl", RULES);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void ofTheSamePiecesNoMoreComeBackThanWereBought() {
        long paid = closed("crowd", "crowd");

        List<Reply> replies = together(
                24,
                client -> bring(
                        "crowd",
                        "{\"returnId\": \"r-" + client + "\", \"lines\": [{\"sku\": \"TEA\", \"quantity\": 1}]}"));

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(7);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 200)
                .allMatch(reply -> reply.body().at("/code").asString().equals("checkout_move_forbidden")
                        || reply.body().at("/errors/0/code").asString().equals("more_than_left"));
        assertThat(replies.stream().mapToLong(ReturnsIT::refund).sum()).isEqualTo(paid);
        assertThat(points("crowd")).isZero();
        assertThat(app.get("/v1/customers/crowd").body().at("/metrics/spent").asLong())
                .isZero();
    }

    @Test
    void whatTheRestNoLongerDeservesIsTakenOffTheRefundAndDueAgainWithTheRest() {
        Reply closed = app.put("/v1/checkouts/bulk", basket("bulk", 30));
        assertThat(closed.body().at("/totals/toPay").asLong()).isEqualTo(6_330);

        Reply first = bring("bulk", "{\"returnId\": \"a\", \"lines\": [{\"line\": 0, \"quantity\": 3}]}");
        Reply rest = bring("bulk", "{\"returnId\": \"b\", \"lines\": [{\"line\": 0, \"quantity\": 4}]}");

        assertThat(refund(first)).as(first.text()).isEqualTo(2_700 - 400);
        assertThat(first.body().at("/promotions/0/fate").asString()).isEqualTo("clawed_back");
        assertThat(first.body().at("/promotions/0/because").toString()).contains("basket.total", "4000");
        assertThat(refund(rest)).isEqualTo(6_330 - 2_300);
    }

    @Test
    void theSameReturnSentByManyHappensOnceAndAllHearTheSame() {
        closed("echo", "echo");

        List<Reply> replies = together(
                16,
                client -> persistently(
                        () -> bring("echo", "{\"returnId\": \"r\", \"lines\": [{\"line\": 0, \"quantity\": 2}]}")));

        assertThat(replies.stream().map(Reply::text).distinct()).hasSize(1);
        assertThat(app.get("/v1/checkouts/echo").body().at("/givenBack/lines/0").asLong())
                .isEqualTo(2);
    }

    @Test
    void aReturnAndACancellationAtOnceGiveBackOnce() {
        for (int round = 0; round < 12; round++) {
            String id = "race-" + round;
            long paid = closed(id, id);
            List<Reply> replies = together(
                    2,
                    client -> client == 0
                            ? app.put("/v1/checkouts/" + id, "{\"state\": \"cancelled\"}")
                            : bring(id, "{\"returnId\": \"all\", \"lines\": [{\"sku\": \"TEA\", \"quantity\": 7}]}"));

            assertThat(replies.stream().map(Reply::status)).containsExactlyInAnyOrder(200, 409);
            assertThat(replies.stream().mapToLong(ReturnsIT::refund).sum()).isEqualTo(paid);
            assertThat(points(id)).isZero();
        }
    }

    @Test
    void aLimitHoldsWhileUsesAreTakenAndGivenBack() {
        List<Integer> granted = together(16, client -> shopping(client, new Random(1404 + client)));

        JdbcTemplate sql = app.bean(JdbcTemplate.class);
        List<Long> entries = sql.queryForList(
                "SELECT amount FROM counter_entry WHERE counter = ? ORDER BY node_id, batch, seq", Long.class, HOT);
        long used = 0;
        for (long amount : entries) {
            used += amount;
            assertThat(used).isBetween(0L, (long) LIMIT);
        }
        assertThat(sql.queryForObject("SELECT used FROM counter WHERE id = ?", Long.class, HOT))
                .isEqualTo(used);
        assertThat(entries).contains(-1L);
        assertThat(granted.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo((int) entries.stream().filter(amount -> amount > 0).count());
    }

    /** Closes baskets and brings most of them back; says how many got the discount. */
    private static int shopping(int client, Random random) {
        int granted = 0;
        for (int i = 0; i < 12; i++) {
            String id = "hot-" + client + "-" + i;
            Reply closed = persistently(() -> app.put("/v1/checkouts/" + id, basket("hot-" + client, 450)));
            assertThat(closed.status()).as(closed.text()).isEqualTo(200);
            granted += closed.text().contains(HOT + "\",\"campaign")
                            && closed.body().at("/totals/discount").asLong() == 2_310
                    ? 1
                    : 0;
            int way = random.nextInt(3);
            Reply back = way == 0
                    ? persistently(() -> app.put("/v1/checkouts/" + id, "{\"state\": \"cancelled\"}"))
                    : persistently(() -> bring(
                            id,
                            "{\"returnId\": \"all\", \"lines\": [{\"sku\": \"TEA\", \"quantity\": " + (way == 1 ? 7 : 3)
                                    + "}]}"));
            assertThat(back.status()).as(back.text()).isEqualTo(200);
        }
        return granted;
    }

    private static long closed(String id, String customer) {
        Reply reply = app.put("/v1/checkouts/" + id, basket(customer, 70));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.body().at("/totals/toPay").asLong();
    }

    private static String basket(String customer, long shipping) {
        return """
                {"customerId": "%s", "state": "closed", "currency": "IRR", "shipping": %d,
                 "lines": [{"sku": "TEA", "quantity": 7, "unitPrice": 1000}]}
                """.formatted(customer, shipping);
    }

    private static Reply bring(String id, String body) {
        return app.post("/v1/checkouts/" + id + "/returns", "application/json", body);
    }

    private static Reply persistently(Supplier<Reply> call) {
        Reply reply = call.get();
        while (reply.text().contains("still_deciding")) {
            reply = call.get();
        }
        return reply;
    }

    private static long refund(Reply reply) {
        return reply.body().at("/refund/total").asLong(0);
    }

    private static long points(String customer) {
        return app.get("/v1/customers/" + customer).body().at("/points/active").asLong();
    }

    private static <T> List<T> together(int clients, IntFunction<T> work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            List<Callable<T>> calls = IntStream.range(0, clients)
                    .<Callable<T>>mapToObj(i -> () -> work.apply(i))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
