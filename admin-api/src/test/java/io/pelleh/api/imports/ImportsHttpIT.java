package io.pelleh.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.Pelleh;
import io.pelleh.api.fixtures.App;
import io.pelleh.api.imports.command.ImportCommand;
import io.pelleh.api.openapi.OpenApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Imports over HTTP: the endpoints, and the command that calls them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsHttpIT {

    private static final String MAPPING = """
            {"columns": {"orderId": "شماره", "customerId": "مشتری", "occurredAt": "تاریخ", "amount": "مبلغ"},
             "time": {"calendar": "jalali"}, "money": "toman"}
            """;

    private App app;

    @TempDir
    private Path folder;

    @BeforeAll
    void start() {
        app = App.start(Map.of());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void theCommandImportsAndLeavesTheRejectedRowsBesideTheFile() throws IOException {
        Path file = file("orders.csv", "شماره,مشتری,تاریخ,مبلغ\n۱,sara,۱۴۰۳/۰۲/۰۳,۱۲۰۰۰\n۲,sara,۱۴۰۳/۱۳/۰۳,۱۲۰۰۰\n");

        int exit = run("--mapping", file("mapping.json", MAPPING).toString(), "--file", file.toString());

        assertThat(exit).isZero();
        assertThat(Files.readString(folder.resolve("orders.csv.rejects.csv")))
                .isEqualTo("file,line,reason,row\norders.csv,3,time_unreadable,۲,sara,۱۴۰۳/۱۳/۰۳,۱۲۰۰۰\n");
        JsonNode customer = app.get("/v1/customers/sara").body();
        assertThat(customer.toString()).contains("120000");
    }

    @Test
    void interruptedTheCommandStopsTheImportAndResumeEndsIt() throws Exception {
        int orders = 12_000;
        Process command = command(orders);
        String id;
        try (var said = command.inputReader()) {
            id = said.readLine().split(" ")[1];
            command.toHandle().destroy();
            assertThat(said.lines().collect(Collectors.joining("\n"))).contains("Stopped. Go on with --resume " + id);
        }
        assertThat(command.waitFor()).isNotZero();
        assertThat(app.get("/v1/imports/" + id).body().get("state").asString()).isEqualTo("stopped");

        assertThat(run("--resume", id)).isZero();

        assertThat(app.get("/v1/imports/" + id).body().get("applied").asInt()).isEqualTo(orders);
        Long counted = app.bean(JdbcTemplate.class)
                .queryForObject("SELECT SUM(order_count) FROM customer WHERE id LIKE 'int-%'", Long.class);
        assertThat(counted).isEqualTo(orders);
    }

    /** The command in a process of its own, importing many orders. */
    private Process command(int orders) throws IOException {
        StringBuilder rows = new StringBuilder("order,who,at,sum\n");
        for (int i = 0; i < orders; i++) {
            rows.append("int-%d,int-%d,2025-03-01T10:00:00Z,1000\n".formatted(i, i % 300));
        }
        Path csv = file("long.csv", rows.toString());
        Path mapping = file("long.json", """
                {"columns": {"orderId": "order", "customerId": "who", "occurredAt": "at", "amount": "sum"}}
                """);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String main = Pelleh.class.getName();
        List<String> line =
                new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), main, "import"));
        line.addAll(List.of("--url=" + app.url(), "--key=" + app.key(), "--mapping=" + mapping, "--file=" + csv));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    @Test
    void aColumnThatTheFileHasNotIsTheMappingsFault() throws IOException {
        Path file = file("other.csv", "a,b\n1,2\n");

        int exit = run("--mapping", file("mapping.json", MAPPING).toString(), "--file", file.toString());

        assertThat(exit).isEqualTo(1);
    }

    @Test
    void withoutFileOrMappingTheCommandSaysHowItIsUsed() {
        assertThat(run("--file", "nothing.csv")).isEqualTo(2);
    }

    @Test
    void customersFilesFillThePersonStoreAndNothingElse() throws IOException {
        Path file = file("people.csv", "id,name,city,sex,mobile\nlaleh,لاله,شيراز,زن,۰۹۱۲۱۲۳۴۵۶۷\n");
        String mapping = """
                {"kind": "customers", "columns": {"customerId": "id", "name": "name", "city": "city", "gender": "sex",
                 "phone": "mobile"}}
                """;

        int exit = run("--mapping", file("people.json", mapping).toString(), "--file", file.toString());

        assertThat(exit).isZero();
        JsonNode found = app.get("/v1/customers?city=%D8%B4%DB%8C%D8%B1%D8%A7%D8%B2&gender=female")
                .body();
        assertThat(found.toString()).contains("laleh");
        assertThat(app.get("/v1/imports").body().toString()).doesNotContain("لاله");
    }

    @Test
    void anImportThatIsNotThereIsAProblem() {
        App.Reply reply = app.get("/v1/imports/nothing");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body().get("code").asString()).isEqualTo("import_not_found");
    }

    @Test
    void aBodyThatIsNoFormIsRefused() {
        assertThat(app.post("/v1/imports", "application/json", "{}").status()).isEqualTo(415);
        assertThat(app.post("/v1/imports", "multipart/form-data", "{}").status())
                .isBetween(400, 422);
        assertThat(app.post("/v1/imports", "multipart/form-data; boundary=x", "--x--\r\n")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theDocumentNamesExactlyTheOperationsThereAre() {
        TreeSet<String> real = new TreeSet<>();
        var mappings = app.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues()
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> real.add(method + " " + path))));
        real.removeIf(operation -> !operation.contains("/v1/imports"));
        TreeSet<String> told = new TreeSet<>();
        OpenApi.document().get("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/v1/imports"))
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(name -> !name.equals("parameters"))
                        .forEach(method -> told.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(told).isEqualTo(real).isNotEmpty();
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"--url", app.url(), "--key", app.key()}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return ImportCommand.run(all);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
