package io.pelleh.api.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.Person;
import io.pelleh.api.fixtures.Person.Reply;
import io.pelleh.api.security.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Backtests of files that are sent along. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileBacktestIT {

    private static final String MAPPING = """
            {"columns": {"orderId": "order", "customerId": "customer", "occurredAt": "day", "sku": "sku",
                         "quantity": "pieces", "unitPrice": "price"},
             "returnWhen": {"column": "order", "startsWith": "C"}}
            """;
    private static final String TO = "\"to\": \"2026-01-01T00:00:00Z\"";

    private App app;
    private Person sara;
    private String draft = "";

    @BeforeAll
    void start() {
        app = App.start(Map.of("pelleh.poller.enabled", "false"));
        sara = Person.of(app, "sara", Role.MARKETER);
        draft = sara.post("/v1/drafts", "{\"title\": \"cheaper\"}").at("/id");
        Reply put = sara.put("/v1/drafts/" + draft + "/files/promotions/more.drl", """
                rule "three thousand" @limit( 40 ) when Basket( total >= 3000 ) then effects.percentOff( 5 ); end
                rule "often" when Customer( orders >= 3 ) Basket( total >= 1000 ) then effects.freeShipping(); end
                """, "If-None-Match", "*");
        assertThat(put.status()).as(put.text()).isEqualTo(201);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    /** Orders of several lines, some not together, returns with and without their order, guests; always the same. */
    private static String file() {
        Random random = new Random(20261122);
        StringBuilder csv = new StringBuilder("order,customer,day,sku,pieces,price\n");
        for (int order = 1; order <= 600; order++) {
            int who = random.nextInt(90);
            String customer = who < 10 ? "" : "c-" + who;
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(360));
            for (int line = random.nextInt(3); line >= 0; line--) {
                csv.append(row(order + "", customer, day, random));
            }
            if (random.nextInt(8) == 0) {
                csv.append(row("C" + order, customer, day.plusDays(3), random));
            }
            if (order % 100 == 0) {
                csv.append(row((order - 50) + "x", "c-10", day, random));
            }
        }
        return csv.toString();
    }

    private static String row(String order, String customer, LocalDate day, Random random) {
        return "%s,%s,%s,SKU-%d,%d,%d%n"
                .formatted(order, customer, day, random.nextInt(20), 1 + random.nextInt(4), 100 + random.nextInt(900));
    }

    private String request(String more) {
        return "{\"before\": {\"release\": 1}, \"after\": {\"draft\": \"" + draft + "\"}, " + more + TO
                + ", \"assumptions\": {\"shipping\": 600, \"leaveOut\": [\"7\"]}}";
    }

    private Reply sent(String request, String mapping, String file) {
        String part = "--rows\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n";
        String body = part.formatted("request", "request.json", request)
                + part.formatted("mapping", "mapping.json", mapping)
                + part.formatted("file", "rows.csv", file)
                + "--rows--\r\n";
        return sara.post("/v1/backtests", "multipart/form-data; boundary=rows", body.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode ended(Reply begun) {
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        String path = "/v1/backtests/" + begun.at("/id");
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> sara.get(path).json(),
                        job -> !List.of("waiting", "running")
                                .contains(job.get("state").asString()));
    }

    private static JsonNode result(JsonNode job) {
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
        ObjectNode result = (ObjectNode) job.get("result").deepCopy();
        result.remove("rows");
        return result;
    }

    private long count(String table) {
        Long count = app.bean(JdbcTemplate.class).queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
        return count == null ? -1 : count;
    }

    @Test
    void aFileIsDecidedAsTheJournalIsAfterItsImport() {
        JsonNode year = ended(sent(request(""), MAPPING, file()));
        JsonNode half = ended(sent(request("\"from\": \"2025-07-01T00:00:00Z\", "), MAPPING, file()));
        for (String table : List.of("customer", "journal", "customer_order", "import_row", "import_file")) {
            assertThat(count(table)).as(table).isZero();
        }

        assertThat(app.imported(MAPPING, file()).body().path("state").asString())
                .isEqualTo("done");
        JsonNode journal = ended(sara.post("/v1/backtests", request("")));
        JsonNode later = ended(sara.post("/v1/backtests", request("\"from\": \"2025-07-01T00:00:00Z\", ")));

        assertThat(result(year)).isEqualTo(result(journal));
        assertThat(result(half)).isEqualTo(result(later));
        assertThat(year.at("/result/customers/affected").asLong()).isPositive();
        assertThat(year.at("/result/guestOrders/total").asLong()).isPositive();
        assertThat(year.at("/result/usedUp/after").size()).isPositive();
        assertThat(year.at("/progress/customers")).isEqualTo(journal.at("/progress/customers"));
        assertThat(year.at("/progress/rowsRead").asLong()).isGreaterThan(600);
        assertThat(year.at("/files/sent/0/name").asString()).isEqualTo("rows.csv");
        JsonNode sample = year.at("/result/samples/0");
        assertThat(sample.at("/before/0/release").asLong()).isEqualTo(1);
        assertThat(sample.at("/after/0/release").isNull()).as(sample.toString()).isTrue();
    }

    @Test
    void wrongRowsAreToldByFileLineAndColumn() {
        JsonNode job = ended(sent(request(""), MAPPING, """
                order,customer,day,sku,pieces,price
                1,c-1,2025-05-01,TEA,1,100
                2,c-1,yesterday,TEA,1,100
                3,c-1,2025-05-01,TEA,-2,100
                4,c-1,2025-05-01,TEA,1,dear
                1,c-2,2025-05-01,TEA,1,100
                """));

        JsonNode rows = job.at("/result/rows");
        assertThat(rows.get("read").asLong()).isEqualTo(5);
        assertThat(rows.get("rejected").asLong()).isEqualTo(4);
        assertThat(rows.get("errors").valueStream().map(JsonNode::toString).toList())
                .containsExactly(
                        error(3, "day", "time_unreadable"),
                        error(4, "pieces", "quantity_negative"),
                        error(5, "price", "price_unreadable"),
                        error(6, "", "order_of_another_customer"));
    }

    private static String error(int line, String column, String reason) {
        return "{\"file\":\"rows.csv\",\"line\":%d,\"column\":\"%s\",\"reason\":\"%s\"}"
                .formatted(line, column, reason);
    }

    @Test
    void oneOfWhichNoRowCanBeTakenFailsAndNamesTheFirst() {
        JsonNode job = ended(sent(request(""), MAPPING, "order,customer,day,sku,pieces,price\n1,c-1,?,TEA,1,100\n"));

        assertThat(job.get("state").asString()).isEqualTo("failed");
        assertThat(job.get("problem").asString()).contains("rows.csv, line 2, column day: time_unreadable");
        assertThat(count("import_row") + count("import_file")).isZero();
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingBegins() {
        Reply column = sent(request(""), MAPPING, "order,customer,day\n");
        Reply customers = sent(
                request(""),
                "{\"kind\": \"customers\", \"columns\": {\"customerId\": \"customer\"}}",
                "customer\nc-1\n");
        Reply body = sent("{\"form\": 1}", MAPPING, file());

        assertThat(column.at("/errors/0/code")).isEqualTo("column_missing");
        assertThat(customers.at("/errors/0/pointer")).isEqualTo("/mapping/kind");
        assertThat(body.at("/errors/0/pointer")).isEqualTo("/form");
        assertThat(count("import_file")).isZero();
    }

    @Test
    void oneThatWaitsIsCancelledWithItsFiles() {
        JdbcTemplate sql = app.bean(JdbcTemplate.class);
        sql.update("INSERT INTO backtest_turn (program, runner, seen_at) VALUES ('shop', 'somebody',"
                + " UTC_TIMESTAMP(6) + INTERVAL 1 HOUR) ON DUPLICATE KEY UPDATE runner = 'somebody',"
                + " seen_at = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR");
        try {
            Reply begun = sent(request(""), MAPPING, file());
            assertThat(count("import_file")).isPositive();

            assertThat(sara.delete("/v1/backtests/" + begun.at("/id")).status()).isEqualTo(204);

            assertThat(count("import_file")).isZero();
        } finally {
            sql.update("UPDATE backtest_turn SET runner = NULL");
        }
    }
}
