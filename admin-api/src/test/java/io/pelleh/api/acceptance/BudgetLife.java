package io.pelleh.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App.Reply;
import io.pelleh.engine.limit.Counter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many clients at once against a limit of uses, a budget of money and a campaign's budget, with cancels, returns, repeats. */
final class BudgetLife {

    static final int CLIENTS = 64;
    static final long USES = 1_000;
    static final long BUDGET = 1_500_000;
    static final long DAILY = 750_000;

    private static final int CHECKOUTS = 30;
    private static final String RULES = """
            rule "uses" @lane( "uses" ) @limit( %d ) when Basket( units > 0 ) then effects.amountOff( 10 ); end
            rule "money" @lane( "money" ) @budget( %d ) when Basket( units > 0 ) then effects.percentOff( 10 ); end
            rule "both" @lane( "both" ) @campaign( "spring" ) when Basket( units > 0 ) then effects.percentOff( 5 ); end
            """.formatted(USES, BUDGET);
    private static final String LANES = "lane,picks\nuses,best\nmoney,best\nboth,best\n";
    private static final String SPRING = "budget: {perDay: {amount: %d}}\n".formatted(DAILY);

    private final Till till;
    private final String name;

    /** Where a client sends its requests. */
    interface Till {

        Reply put(String path, String body);

        Reply post(String path, String body);
    }

    /** @param name stands before the ids of all checkouts */
    BudgetLife(Till till, String name) {
        this.till = till;
        this.name = name;
    }

    static Map<String, byte[]> files() {
        return Map.of(
                "promotions/lanes.csv", LANES.getBytes(StandardCharsets.UTF_8),
                "promotions/b.drl", RULES.getBytes(StandardCharsets.UTF_8),
                "campaigns/spring.yaml", SPRING.getBytes(StandardCharsets.UTF_8));
    }

    void run() throws InterruptedException, ExecutionException {
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
    }

    /** A shop's life: closes, says the same again, cancels some, takes some back. */
    private void shop(int client) {
        Random dice = new Random(client);
        for (int i = 0; i < CHECKOUTS; i++) {
            String id = name + "-" + client + "-" + i;
            long price = 1_000L * (1 + dice.nextInt(9));
            ok(till.put("/v1/checkouts/" + id, body(id, price)));
            if (dice.nextInt(3) == 0) {
                ok(till.put("/v1/checkouts/" + id, body(id, price)));
            }
            switch (dice.nextInt(4)) {
                case 0 -> ok(till.put("/v1/checkouts/" + id, "{\"state\": \"cancelled\"}"));
                case 1 -> ok(till.post("/v1/checkouts/" + id + "/returns", """
                            {"returnId": "r-%s", "lines": [{"line": 0, "quantity": 1}]}
                            """.formatted(id)));
                default -> {}
            }
        }
    }

    /** Closes baskets, one after the other, until not even a small one fits. */
    void fill() {
        fill("huge", 200, 50_000);
        fill("large", 400, 5_000);
        fill("small", 400, 500);
    }

    private void fill(String size, int most, long price) {
        boolean fits = true;
        for (int i = 0; i < most && fits; i++) {
            String id = name + "-" + size + "-" + i;
            Reply reply = till.put("/v1/checkouts/" + id, body(id, price));
            ok(reply);
            fits = !reply.body().path("effects").isEmpty();
        }
    }

    private static String body(String id, long price) {
        return """
                {"customerId": "%s", "state": "closed", "currency": "IRR",
                 "lines": [{"sku": "A", "quantity": 2, "unitPrice": %d}]}
                """.formatted(id, price);
    }

    private static void ok(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isBetween(200, 201);
    }

    /** Every prefix of the ledger keeps each limit, its end is the counter, and the limits end used up. */
    static void check(JdbcTemplate sql) {
        assertThat(checked(sql, "promotions/b/uses", USES)).isEqualTo(USES);
        assertThat(checked(sql, "promotions/b/money#money", BUDGET)).isBetween(BUDGET - 100, BUDGET);
        assertThat(checked(sql, "campaigns/spring#money", Long.MAX_VALUE)).isPositive();
    }

    /** Adds the entries of each period up in the order of the ledger; returns the sum of all. */
    private static long checked(JdbcTemplate sql, String counter, long limit) {
        List<String> periods =
                sql.queryForList("SELECT DISTINCT period FROM counter_entry WHERE counter = ?", String.class, counter);
        long all = 0;
        for (String period : periods) {
            all += checked(sql, new Counter(counter, period), period.isEmpty() ? limit : DAILY);
        }
        return all;
    }

    private static long checked(JdbcTemplate sql, Counter counter, long limit) {
        List<Long> amounts = sql.queryForList(
                "SELECT amount FROM counter_entry WHERE counter = ? AND period = ? ORDER BY position",
                Long.class,
                counter.id(),
                counter.period());
        long sum = 0;
        for (long amount : amounts) {
            sum += amount;
            assertThat(sum).as("%s", counter).isBetween(0L, limit);
        }
        assertThat(amounts).isNotEmpty().anyMatch(amount -> amount < 0);
        Long used = sql.queryForObject(
                "SELECT used FROM counter WHERE id = ? AND period = ?", Long.class, counter.id(), counter.period());
        assertThat(used).isEqualTo(sum);
        return sum;
    }
}
