package io.pelleh.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.imports.Importing.World;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.Purchases;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** All of UCI Online Retail. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailIT {

    private static final int ROWS = 541_909;
    private static final int REJECTED = 1_338;
    private static final double MAX_RATIO = 6;
    private static final long MAX_HEAP = 250L << 20;
    private static final long BETWEEN_LOOKS_NANOS = 3_000_000_000L;

    private Importing shop;
    private Job job;
    private long bareNanos;
    private long importNanos;
    private final AtomicLong heap = new AtomicLong();

    @BeforeAll
    void importEverything() throws Exception {
        Path folder = RealData.folder("online-retail");
        shop = Importing.into(Importing.program("retail", "GBP", "Europe/London"), World.at("2011-12-31T00:00:00Z"));
        bareNanos = OnlineRetail.insert(shop.sql.getDataSource(), folder);
        Thread watch = Thread.ofPlatform().daemon().start(this::watchHeap);
        long begun = System.nanoTime();
        job = shop.run(RealData.mapping("online-retail"), RealData.files(folder, ".csv.gz"));
        importNanos = System.nanoTime() - begun;
        watch.interrupt();
        System.out.printf(
                "Online Retail: import %.1f s, bare INSERT %.1f s, ratio %.2f; largest live heap %d MB%n",
                importNanos / 1e9, bareNanos / 1e9, (double) importNanos / bareNanos, heap.get() >> 20);
    }

    /** What is really alive: garbage does not count. */
    private void watchHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        while (!Thread.currentThread().isInterrupted()) {
            System.gc();
            heap.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    @AfterAll
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void everyRowIsInOrRejectedForAReason() {
        assertThat(job.state()).as(job.problem()).isEqualTo(Job.State.DONE);
        assertThat(job.counts()).isEqualTo(new Job.Counts(ROWS, ROWS - REJECTED, REJECTED, ROWS - REJECTED));
        Map<String, Long> reasons = new HashMap<>();
        shop.rejects(job).forEach(r -> reasons.merge(r.substring(r.indexOf(' ') + 1), 1L, Long::sum));
        assertThat(reasons).isEqualTo(Map.of("quantity_negative", 1_336L, "price_negative", 2L));
    }

    @Test
    void moneyAndOrdersOfEveryCustomerAreWhatSqlCounts() {
        List<Map<String, Object>> expected = shop.sql.queryForList(OnlineRetail.MONEY);

        assertThat(expected).hasSize(4_372);
        for (Map<String, Object> row : expected) {
            String id = (String) row.get("customer");
            Purchases purchases = shop.customer(id).history().purchases();
            assertThat(purchases.spent()).as(id).isEqualTo(((Number) row.get("pence")).longValue());
            assertThat(purchases.orders()).as(id).isEqualTo(((Number) row.get("orders")).longValue());
        }
        assertThat(shop.number("SELECT COUNT(*) FROM customer")).isEqualTo(4_372);
    }

    @Test
    void whoeverBringsEverythingBackEndsAtNothing() {
        Purchases purchases = shop.mysql
                .journal()
                .find(shop.program.id(), new CustomerId("12346"))
                .orElseThrow()
                .history()
                .purchases();

        assertThat(purchases.spent()).isZero();
        assertThat(purchases.units()).isZero();
        assertThat(purchases.orders()).isEqualTo(1);
    }

    @Test
    void theLargestInvoiceIsOneOrderWithAllItsLines() {
        long lines =
                shop.number("SELECT JSON_LENGTH(happening, '$.goods.lines') FROM journal WHERE event_id = '573585'");

        assertThat(lines).isEqualTo(1_114);
    }

    @Test
    void guestsOrdersAreInWithAllTheirMoney() {
        long expected = shop.number("SELECT SUM(ROUND(quantity * price * 100)) FROM raw"
                + " WHERE customer = '' AND quantity > 0 AND price >= 0 AND invoice NOT LIKE 'C%'");

        assertThat(shop.number("SELECT SUM(spent) FROM customer_order WHERE customer IS NULL"))
                .isEqualTo(expected);
    }

    @Test
    void itTakesAtMostSixTimesABareInsert() {
        assertThat((double) importNanos / bareNanos).isLessThanOrEqualTo(MAX_RATIO);
    }

    @Test
    void memoryStaysFlat() {
        assertThat(heap.get()).isLessThan(MAX_HEAP);
    }
}
