package io.pelleh.api.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.backtest.Rerun.Result;
import io.pelleh.api.imports.Importing;
import io.pelleh.api.imports.Importing.World;
import io.pelleh.api.imports.OnlineRetail;
import io.pelleh.api.imports.RealData;
import io.pelleh.api.journal.Histories.Period;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.rules.Likeness;
import io.pelleh.rules.RuleCompiler;
import io.pelleh.rules.StarterPack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** "What if shipping were free from 300 pounds on, not from 500?", asked about twelve months of UCI Online Retail. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailBacktestIT {

    private static final Period YEAR =
            new Period(Instant.parse("2010-12-01T00:00:00Z"), Instant.parse("2011-12-01T00:00:00Z"));
    private static final long SHIPPING = 450;
    private static final double MIN_RATIO = 5;
    private static final String FREE = "promotions/free-shipping/big-basket";

    private Importing shop;
    private long importNanos;
    private final List<Long> beats = new CopyOnWriteArrayList<>();

    @BeforeAll
    void importEverything() throws Exception {
        Path folder = RealData.folder("online-retail");
        shop = Importing.into(Importing.program("retail", "GBP", "Europe/London"), World.at("2011-12-31T00:00:00Z"));
        OnlineRetail.insert(shop.sql.getDataSource(), folder);
        long begun = System.nanoTime();
        assertThat(shop.importAll("online-retail", folder)).startsWith("DONE");
        importNanos = System.nanoTime() - begun;
    }

    @AfterAll
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    private static Map<String, byte[]> from(long pence) {
        Map<String, byte[]> files = new TreeMap<>(StarterPack.files());
        files.keySet().removeIf(path -> path.startsWith("promotions/") && !path.equals("promotions/lanes.csv"));
        files.keySet().removeIf(path -> path.startsWith("texts/"));
        files.put("promotions/free-shipping.csv", ("""
                RuleSet,promotions.free-shipping
                ,
                RuleTable Free
                NAME,CONDITION,ACTION
                ,$basket:Basket...,
                ,total >= $param,effects.freeShipping();
                Row,Total at least (pence),Free
                big basket,%d,x
                """.formatted(pence)).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** Orders are invoices without C or A; each line is rounded half-up by itself. */
    private static final String IN_BETWEEN = """
            SELECT SUM(total >= 50000) AS before_count, SUM(total >= 30000) AS after_count, COUNT(*) AS orders,
                   COUNT(DISTINCT CASE WHEN total >= 30000 AND total < 50000 AND customer <> '' THEN customer END) AS affected,
                   SUM(customer = '') AS guests
            FROM (SELECT invoice, customer, SUM(ROUND(quantity * price * 100)) AS total FROM raw
                  WHERE invoice NOT LIKE 'C%' AND invoice NOT LIKE 'A%' AND quantity > 0 AND price >= 0
                  GROUP BY invoice, customer
                  HAVING MIN(at) >= '2010-12-01' AND MIN(at) < '2011-12-01') orders
            """;

    private Result backtest(Map<String, byte[]> before, Map<String, byte[]> after) throws InterruptedException {
        RuleSet first = RuleCompiler.compile(0, shop.program.zone(), before);
        Likeness likeness = Likeness.of(shop.program.zone(), before, after);
        RuleSet second = RuleCompiler.variant(first, likeness.stages(), shop.program.zone(), after);
        Rerun.Task task = new Rerun.Task(
                shop.program, first, second, likeness, YEAR, new Assumptions(SHIPPING, List.of("A")), Map.of());
        int threads = Runtime.getRuntime().availableProcessors();
        return new Rerun(task, () -> new JournalPast(shop.mysql.histories(), shop.program.id(), YEAR), threads)
                .run((done, pass) -> beats.add(done));
    }

    @Test
    void costAndCustomersAreWhatSqlFindsInTheInputTable() throws Exception {
        Map<String, Object> expected = shop.sql.queryForMap(IN_BETWEEN);
        long begun = System.nanoTime();

        Result result = backtest(from(50_000), from(30_000));

        long nanos = System.nanoTime() - begun;
        System.out.printf("Online Retail: import %.1f s, backtest %.1f s%n", importNanos / 1e9, nanos / 1e9);
        Tally tally = result.tally();
        assertThat(tally.before.costs().get(FREE).shipping()).isEqualTo(SHIPPING * number(expected, "before_count"));
        assertThat(tally.after.costs().get(FREE).shipping()).isEqualTo(SHIPPING * number(expected, "after_count"));
        assertThat(tally.customers.affected()).isEqualTo(number(expected, "affected"));
        assertThat(tally.orders.all() + tally.guestOrders.all()).isEqualTo(number(expected, "orders"));
        assertThat(tally.guestOrders.all()).isEqualTo(number(expected, "guests"));
        assertThat(beats).isSorted().hasSizeGreaterThan(1);
        again();
        assertThat((double) importNanos / nanos).isGreaterThan(MIN_RATIO);
    }

    private void again() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            long begun = System.nanoTime();
            backtest(from(50_000), from(30_000));
            System.out.printf("Online Retail: backtest again %.1f s%n", (System.nanoTime() - begun) / 1e9);
        }
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    @Test
    void theStarterPackAgainstItselfMakesNoDifferenceAndNothingIsWritten() throws Exception {
        long rows = shop.number("SELECT COUNT(*) FROM journal");
        long states = shop.number("SELECT SUM(CRC32(state)) FROM customer");

        Result result = backtest(StarterPack.files(), StarterPack.files());

        assertThat(result.tally().customers.affected()).isZero();
        assertThat(result.tally().before.costs()).isEqualTo(result.tally().after.costs());
        assertThat(shop.number("SELECT COUNT(*) FROM journal")).isEqualTo(rows);
        assertThat(shop.number("SELECT SUM(CRC32(state)) FROM customer")).isEqualTo(states);
    }
}
