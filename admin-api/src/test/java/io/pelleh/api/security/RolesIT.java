package io.pelleh.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.Person;
import io.pelleh.api.fixtures.Person.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Holds the table in docs/roles.md to what really happens. */
class RolesIT {

    private static final Path TABLE = Path.of("..", "docs", "roles.md");
    private static final Set<String> OPEN = Set.of("GET /v1/openapi.json");

    private static App app;
    private static Map<String, Set<String>> told;
    private static Map<String, Person> people;

    @BeforeAll
    static void start() throws IOException {
        app = App.start(Map.of());
        told = told();
        people = new TreeMap<>();
        for (Role role : Role.values()) {
            people.put(role.word(), Person.of(app, role.word(), role));
        }
        for (Scope scope : Scope.values()) {
            people.put(scope.word(), Person.machine(app, scope));
        }
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    /** Who may call each endpoint, as the table says. */
    private static Map<String, Set<String>> told() throws IOException {
        List<List<String>> rows = Files.readAllLines(TABLE).stream()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .filter(cells -> cells.size() > 3)
                .toList();
        List<String> heads = rows.stream()
                .filter(row -> row.get(1).equals("endpoint"))
                .findFirst()
                .orElseThrow();
        Map<String, Set<String>> table = new TreeMap<>();
        rows.stream()
                .filter(row -> row.get(1).contains(" /v1/"))
                .forEach(row -> table.put(row.get(1), yes(heads, row)));
        return table;
    }

    private static Set<String> yes(List<String> heads, List<String> row) {
        Set<String> allowed = new TreeSet<>(Set.of("admin"));
        for (int i = 2; i < row.size(); i++) {
            if (row.get(i).equals("yes")) {
                allowed.add(heads.get(i));
            }
        }
        return allowed;
    }

    @Test
    void everyEndpointStandsInTheTable() {
        Set<String> real = new TreeSet<>();
        app.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/v1/"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> real.add(method + " " + path.replace("{*", "{")))));
        real.removeAll(OPEN);

        assertThat(told.keySet()).isEqualTo(real);
    }

    @Test
    void everybodyIsLetInWhereTheTableSaysSoAndNowhereElse() {
        List<String> wrong = new ArrayList<>();
        told.forEach((endpoint, allowed) -> people.forEach((who, person) -> {
            String method = endpoint.substring(0, endpoint.indexOf(' '));
            String path = endpoint.substring(endpoint.indexOf(' ') + 1)
                    .replace("{path}", "promotions/none.csv")
                    .replaceAll("\\{[a-z]+}", "0");
            Reply reply = call(person, method, path);
            if ((reply.status() == 403) == allowed.contains(who)) {
                wrong.add(endpoint + " by " + who + " -> " + reply.status() + " " + reply.text());
            }
        }));

        assertThat(wrong).isEmpty();
    }

    private static Reply call(Person person, String method, String path) {
        return switch (path) {
            case "/v1/imports" ->
                method.equals("GET") ? person.get(path) : person.post(path, "multipart/form-data", new byte[0]);
            case "/v1/events" -> person.post(path, "application/cloudevents+json", new byte[] {'{', '}'});
            case "/v1/drafts/0/import" -> person.post(path, "application/zip", new byte[0]);
            default -> person.call(method, path);
        };
    }
}
