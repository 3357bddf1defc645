package io.pelleh.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many clients at once against a limit of uses and a budget of money, with cancels, returns and repeats. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetIT {

    private static final int CLIENTS = 64;
    private static final int CHECKOUTS = 12;
    private static final long USES = 200;
    private static final long BUDGET = 300_000;
    private static final String RULES = """
            rule "uses" @lane( "uses" ) @limit( %d ) when Basket( units > 0 ) then effects.amountOff( 10 ); end
            rule "money" @lane( "money" ) @budget( %d ) when Basket( units > 0 ) then effects.percentOff( 10 ); end
            """.formatted(USES, BUDGET);

    private static final String LANES = "lane,picks\nuses,best\nmoney,best\n";

    private App app;

    @BeforeAll
    void start() {
        app = App.start(Map.of());
        app.publish(Map.of("promotions/lanes.csv", bytes(LANES), "promotions/b.drl", bytes(RULES)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void noPrefixOfTheLedgerPassesALimitAndItsEndIsTheCounter() throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                all.add(clients.submit(() -> shop(number)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        fill();

        JdbcTemplate sql = app.bean(JdbcTemplate.class);
        assertThat(checked(sql, "promotions/b/uses", USES)).isEqualTo(USES);
        assertThat(checked(sql, "promotions/b/money#money", BUDGET)).isBetween(BUDGET - 100, BUDGET);
    }

    /** A shop's life: closes, says the same again, cancels some, takes some back. */
    private void shop(int client) {
        Random dice = new Random(client);
        for (int i = 0; i < CHECKOUTS; i++) {
            String id = "c-" + client + "-" + i;
            long price = 1_000L * (1 + dice.nextInt(9));
            ok(app.put("/v1/checkouts/" + id, body(id, "closed", price)));
            if (dice.nextInt(3) == 0) {
                ok(app.put("/v1/checkouts/" + id, body(id, "closed", price)));
            }
            switch (dice.nextInt(4)) {
                case 0 -> ok(app.put("/v1/checkouts/" + id, "{\"state\": \"cancelled\"}"));
                case 1 -> ok(app.post("/v1/checkouts/" + id + "/returns", "application/json", """
                            {"returnId": "r-%s", "lines": [{"line": 0, "quantity": 1}]}
                            """.formatted(id)));
                default -> {}
            }
        }
    }

    /** Closes small baskets, one after the other, until nothing more fits. */
    private void fill() {
        for (int i = 0; i < 4_000; i++) {
            Reply reply = app.put("/v1/checkouts/f-" + i, body("f-" + i, "closed", i < 400 ? 5_000 : 500));
            ok(reply);
            if (reply.body().path("effects").isEmpty()) {
                return;
            }
        }
    }

    private static String body(String id, String state, long price) {
        return """
                {"customerId": "%s", "state": "%s", "currency": "IRR",
                 "lines": [{"sku": "A", "quantity": 2, "unitPrice": %d}]}
                """.formatted(id, state, price);
    }

    private static void ok(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isBetween(200, 201);
    }

    /** Adds the entries up in the order in which they were written; returns the counter. */
    private static long checked(JdbcTemplate sql, String counter, long limit) {
        List<Long> amounts = sql.queryForList(
                "SELECT amount FROM counter_entry WHERE counter = ? ORDER BY node_id, batch, seq", Long.class, counter);
        long sum = 0;
        for (long amount : amounts) {
            sum += amount;
            assertThat(sum).isBetween(0L, limit);
        }
        assertThat(amounts).isNotEmpty().anyMatch(amount -> amount < 0);
        Long used = sql.queryForObject("SELECT used FROM counter WHERE id = ?", Long.class, counter);
        assertThat(used).isEqualTo(sum);
        return sum;
    }
}
