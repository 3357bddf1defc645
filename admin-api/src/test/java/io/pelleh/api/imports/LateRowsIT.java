package io.pelleh.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.imports.Importing.World;
import io.pelleh.engine.customer.CustomerId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rows that turn out to be wrong only when they are applied; points for the past; dues meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LateRowsIT {

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
    void anOrderOfTwoCustomersIsTheFirstOnesAndTheSecondsRowsAreRejected() {
        FilePart file = FilePart.of("twice.csv", """
                invoice,customer,date,item,n,price
                50,gil,2025-03-01 10:00:00,tea,1,1.00
                50,hal,2025-03-01 10:00:00,cup,1,2.00
                50,hal,2025-03-01 10:00:00,"pot, blue",1,2.00
                51,hal,2025-03-02 10:00:00,cup,1,2.00
                """);
        Job job = shop.run(LINES.formatted("twice"), file);
        Job again = shop.run(LINES.formatted("twice"), file);

        long gil = orders("gil");
        long hal = orders("hal");
        assertThat(gil + hal).isEqualTo(2);
        assertThat(shop.rejects(job)).allMatch(reject -> reject.endsWith(" order_of_another_customer"));
        assertThat(shop.rejects(job)).hasSize(gil == 1 ? 2 : 1);
        assertThat(job.counts()).isEqualTo(gil == 1 ? new Job.Counts(4, 2, 2, 2) : new Job.Counts(4, 3, 1, 3));
        assertThat(shop.rejects(again)).isEqualTo(shop.rejects(job));
        assertThat(shop.sql.queryForList(
                        "SELECT original FROM import_reject WHERE job = ? ORDER BY at", String.class, job.id()))
                .contains(
                        gil == 1
                                ? "50,hal,2025-03-01 10:00:00,\"pot, blue\",1,2.00"
                                : "50,gil,2025-03-01 10:00:00,tea,1,1.00");
    }

    private long orders(String customer) {
        return shop.mysql
                .journal()
                .find(shop.program.id(), new CustomerId(customer))
                .map(state -> state.history().purchases().orders())
                .orElse(0L);
    }

    @Test
    void anOrderThatCannotBeCountedIsRejectedAndTheRestOfItsCustomerIsIn() {
        StringBuilder file = new StringBuilder("invoice,customer,date,item,n,price\n");
        file.append("60,ida,2025-03-01 10:00:00,tea,1,1.00\n");
        for (int line = 0; line < 1_100; line++) {
            file.append("61,ida,2025-03-02 10:00:00,gold,1,89999999999999.00\n");
        }
        file.append("62,ida,2025-03-03 10:00:00,tea,1,1.00\n");

        Job job = shop.run(LINES.formatted("large"), FilePart.of("large.csv", file.toString()));

        assertThat(job.state()).as(job.problem()).isEqualTo(Job.State.DONE);
        assertThat(job.counts()).isEqualTo(new Job.Counts(1_102, 2, 1_100, 2));
        assertThat(shop.rejects(job)).contains("3 amount_too_large").hasSize(1_100);
        assertThat(shop.customer("ida").history().purchases().spent()).isEqualTo(200);
    }

    @Test
    void aRowThatTheJournalRefusesIsRejectedAndTheRestEndsAsIfItHadNeverBeenThere() {
        String rows = """
                invoice,customer,date,item,n,price
                %3$s0,%1$s,2024-03-01 10:00:00,tea,1,1.00
                %2$s%3$s2,%1$s,2025-06-03 10:00:00,tea,1,1.00
                """;
        String poison = "71,jon,2024-09-02 10:00:00,tea,1,1.00\n";
        shop.sql.execute("CREATE TRIGGER poison BEFORE INSERT ON journal FOR EACH ROW IF NEW.customer = 'jon'"
                + " AND NEW.event_id = '71' THEN SIGNAL SQLSTATE '22001' SET MESSAGE_TEXT = 'poison'; END IF");
        try {
            Job job = shop.run(LINES.formatted("poison"), FilePart.of("p.csv", rows.formatted("jon", poison, "7")));
            shop.run(LINES.formatted("sound"), FilePart.of("s.csv", rows.formatted("joe", "", "17")));

            assertThat(job.state()).as(job.problem()).isEqualTo(Job.State.DONE);
            assertThat(shop.rejects(job)).containsExactly("3 cannot_be_kept");
            assertThat(job.counts()).isEqualTo(new Job.Counts(3, 2, 1, 2));
            assertThat(decided("jon")).isEqualTo(decided("joe")).hasSizeGreaterThan(2);
        } finally {
            shop.sql.execute("DROP TRIGGER poison");
        }
    }

    private List<String> decided(String customer) {
        return shop.sql.queryForList(
                "SELECT CONCAT(type, ' ', decided_at, ' ', REPLACE(decision, customer, '')) FROM journal"
                        + " WHERE customer = ? ORDER BY version",
                String.class,
                customer);
    }

    @Test
    void whatCannotBeAPersonIsRejectedWithItsReason() {
        String mapping = """
                {"kind": "customers", "source": "people", "columns": {"customerId": "id", "phone": "phone", "email": "email",
                 "birthDate": "born", "gender": "sex", "name": "name"}}
                """;
        Job job = shop.run(mapping, FilePart.of("people.csv", """
                id,name,sex,phone,email,born
                kim,Kim,female,+989121234567,kim@example.com,1990-03-21
                lea,Lea,female,12,,
                mia,Mia,female,,nobody,
                noa,Noa,female,,,1990-02-31
                oda,Oda,robot,,,
                pia,%s,female,,,
                qia,%s,female,,,
                """.formatted("x".repeat(201), "x".repeat(500))));

        assertThat(shop.rejects(job))
                .containsExactly(
                        "3 invalid_phone",
                        "4 invalid_email",
                        "5 invalid_date",
                        "6 unknown_value",
                        "7 wrong_length",
                        "8 text_too_long");
        assertThat(job.counts()).isEqualTo(new Job.Counts(7, 1, 6, 1));
    }

    @Test
    void pastOrdersEarnPointsWhereTheMappingAsksForThem() {
        String rows = """
                invoice,customer,date,item,n,price
                80,%1$s,2025-10-01 10:00:00,tea,1,50000.00
                81,%1$s,2025-11-01 10:00:00,tea,1,50000.00
                C82,%1$s,2025-11-02 10:00:00,tea,1,10.00
                """;
        String points = LINES.replaceFirst("\\{", "{\"give\": \"points\", ");
        shop.run(points.formatted("earning"), FilePart.of("e.csv", rows.formatted("ria")));
        shop.run(points.formatted("earning"), FilePart.of("e.csv", rows.formatted("ria")));
        shop.run(
                LINES.formatted("plain"),
                FilePart.of("f.csv", rows.replace("8", "9").formatted("sol")));

        assertThat(shop.customer("ria").wallet().balance()).isPositive();
        assertThat(shop.number("SELECT SUM(points) FROM ledger_entry WHERE customer = 'ria'"))
                .isEqualTo(shop.customer("ria").wallet().balance());
        assertThat(shop.number("SELECT COUNT(*) FROM ledger_entry WHERE customer = 'sol'"))
                .isZero();
        assertThat(shop.number("SELECT COUNT(*) FROM outbox")).isZero();
    }

    @Test
    void whoseImportIsUnderWayIsNotDueBeforeItEndsOrIsCancelled() {
        String rows = "invoice,customer,date,item,n,price\n%s,tom,2024-03-01 10:00:00,tea,1,1.00\n";
        shop.run(LINES.formatted("first"), FilePart.of("g.csv", rows.formatted(90)));
        shop.sql.update("UPDATE customer SET next_due = '2025-01-01' WHERE id = 'tom'");
        assertThat(dueCustomers()).contains("tom");

        Job half = shop.take(LINES.formatted("second"), FilePart.of("h.csv", rows.formatted(91)));
        shop.sql.update(
                "INSERT INTO import_row (job, grp, at, row_count, payload) VALUES (?, 'ctom', 1, 1, '')", half.id());
        shop.sql.update(
                "UPDATE import_job SET state = 'APPLYING', runner = 'x', seen_at = UTC_TIMESTAMP(6) WHERE id = ?",
                half.id());
        assertThat(dueCustomers()).doesNotContain("tom");
        assertThat(shop.mysql.dues().lagMillis()).isZero();

        shop.imports.stores().jobs().stop(shop.program.id(), half.id());
        assertThat(dueCustomers()).contains("tom");
        shop.sql.update("UPDATE customer SET next_due = NULL WHERE id = 'tom'");
        shop.imports.stores().rows().drop(half.id());
        shop.imports.stores().uploads().drop(half.id());
    }

    private List<String> dueCustomers() {
        return shop.mysql.dues().due(100).stream()
                .map(due -> due.customer().value())
                .toList();
    }
}
