package io.pelleh.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.imports.Importing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Small files, from upload to journal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportIT {

    private static final String LINES = """
            {"source": "%s", "columns": {"orderId": "invoice", "customerId": "customer", "occurredAt": "date",
             "sku": "item", "quantity": "n", "unitPrice": "price"}, "returnWhen": {"column": "invoice", "startsWith": "C"}}
            """;

    private Importing shop;

    @BeforeAll
    void open() {
        shop = Importing.into(Importing.program("small", "EUR", "Europe/London"), World.at("2026-01-01T00:00:00Z"));
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void linesOfAnOrderBecomeOnePurchaseAtItsFirstTimeHoweverTheyAreScattered() {
        Job job = shop.run(LINES.formatted("scattered"), FilePart.of("a.csv", """
                invoice,customer,date,item,n,price
                7,ann,2025-03-01 10:02:00,tea,2,1.255
                8,bob,2025-03-01 10:00:00,tea,1,1.00
                7,ann,2025-03-01 10:01:00,cup,1,3.005
                """));

        assertThat(job.state()).as(job.problem()).isEqualTo(Job.State.DONE);
        assertThat(job.counts()).isEqualTo(new Job.Counts(3, 3, 0, 3));
        assertThat(shop.customer("ann").history().purchases().orders()).isEqualTo(1);
        assertThat(shop.customer("ann").history().purchases().spent()).isEqualTo(251 + 301);
        assertThat(shop.customer("ann").history().purchases().firstAt()).hasToString("2025-03-01T10:01:00Z");
    }

    @Test
    void whatCannotBeReadIsRejectedWithItsLineAndReasonAndTheRestIsIn() {
        Job job = shop.run(LINES.formatted("bad"), FilePart.of("b.csv", """
                invoice,customer,date,item,n,price
                20,eve,2025-03-01 10:00:00,tea,-2,1.00
                21,eve,2025-02-30 10:00:00,tea,2,1.00
                22,eve,2025-03-01 10:00:00,tea,2
                23,eve,2025-03-01 10:00:00,tea,2,-1.00
                ,eve,2025-03-01 10:00:00,tea,2,1.00
                24,eve,2027-03-01 10:00:00,tea,2,1.00
                25,eve,2025-03-01 10:00:00,tea,۲,۱٫۵
                26,eve,2025-03-01 10:00:00,tea,0,1.00
                27,eve,2025-03-01 10:00:00,,1,1.00
                28,eve,2025-03-01 10:00:00,tea,1,1.1234567
                """));

        assertThat(shop.rejects(job))
                .containsExactly(
                        "2 quantity_negative",
                        "3 time_unreadable",
                        "4 column_missing",
                        "5 price_negative",
                        "6 order_missing",
                        "7 in_the_future",
                        "9 quantity_zero",
                        "10 sku_missing",
                        "11 too_many_decimals");
        assertThat(job.counts()).isEqualTo(new Job.Counts(10, 1, 9, 1));
        assertThat(shop.customer("eve").history().purchases().spent()).isEqualTo(300);
    }

    @Test
    void whatCameBackLowersMoneyOnItsOwnDay() {
        shop.run(LINES.formatted("returned"), FilePart.of("c.csv", """
                invoice,customer,date,item,n,price
                C31,dan,2025-03-05 10:00:00,tea,-2,1.00
                30,dan,2025-03-01 10:00:00,tea,3,1.00
                """));

        assertThat(shop.customer("dan").history().purchases().orders()).isEqualTo(1);
        assertThat(shop.customer("dan").history().purchases().spent()).isEqualTo(100);
        assertThat(shop.customer("dan").history().purchases().days()).hasSize(2);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        FilePart file = FilePart.of("d.csv", """
                invoice,customer,date,item,n,price
                40,fay,2025-03-01 10:00:00,tea,3,1.00
                41,,2025-03-01 10:00:00,tea,3,1.00
                """);

        shop.run(LINES.formatted("again"), file);
        long before = shop.number("SELECT COUNT(*) FROM journal");
        Job job = shop.run(LINES.formatted("again"), file);

        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(shop.number("SELECT COUNT(*) FROM journal")).isEqualTo(before);
        assertThat(shop.number("SELECT COUNT(*) FROM import_row")).isZero();
        assertThat(shop.number("SELECT COUNT(*) FROM import_file")).isZero();
    }
}
