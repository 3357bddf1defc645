package io.pelleh.api.draft;

import static io.pelleh.api.draft.Authors.BASKET;
import static io.pelleh.api.draft.Authors.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.Person;
import io.pelleh.api.fixtures.Person.Reply;
import io.pelleh.api.ruleset.RuleZip;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class CanaryIT {

    private App app;
    private Authors authors;
    private Person sara;
    private Person omid;
    private Person boss;

    @BeforeEach
    void start() {
        app = App.sandbox(Map.of());
        authors = new Authors(app);
        sara = authors.sara;
        omid = authors.omid;
        boss = authors.boss;
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void everybodyIsPlacedAgainWhenSegmentsChange() {
        for (int i = 0; i < 30; i++) {
            ok(boss.put("/v1/checkouts/b-" + i, BASKET.formatted("p" + i, "closed")));
        }
        String was = boss.get("/v1/customers/p1").at("/segments/0");
        String draft = authors.empty();
        for (JsonNode file : sara.get(draft + "/files").json().path("files")) {
            String path = file.path("path").asString();
            if (path.startsWith("segments/") || path.endsWith(".yaml")) {
                authors.replace(draft + "/files/" + path, was, "Renamed");
            }
        }
        authors.submittedAndApproved(draft);

        ok(omid.post(draft + "/publish", "{}"));

        assertThat(boss.get("/v1/customers/p1").at("/segments/0")).isEqualTo("Renamed");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sara.get("/v1/releases/2")
                        .json()
                        .at("/customersPlaced/finished")
                        .asBoolean(false));
        assertThat(boss.get("/v1/customers?segment=Renamed")
                        .json()
                        .path("customers")
                        .size())
                .isEqualTo(30);
    }

    @Test
    void aCanaryDecidesForSomeThenForAll() {
        String draft = authors.draft("4950000", "4900000");

        Reply canary = authors.published(draft, "{\"canaryPercent\": 30}");

        assertThat(canary.at("/state")).isEqualTo("canary");
        long cheap = IntStream.range(0, 200)
                .filter(i -> authors.price("c" + i) == 4_900_000)
                .count();
        assertThat(cheap).isBetween(30L, 90L);
        long again = IntStream.range(0, 200)
                .filter(i -> authors.price("c" + i) == 4_900_000)
                .count();
        assertThat(again).isEqualTo(cheap);
        ok(omid.post("/v1/releases/2/promote", ""));
        assertThat(IntStream.range(0, 20).allMatch(i -> authors.price("c" + i) == 4_900_000))
                .isTrue();
        assertThat(omid.post("/v1/releases/2/abort", "").at("/code")).isEqualTo("no_canary");
    }

    @Test
    void anAbortedCanaryDecidesForNobodyAndItsDraftIsWrittenAgain() {
        String draft = authors.draft("4950000", "4900000");
        authors.published(draft, "{\"canaryPercent\": 50}");

        ok(omid.post("/v1/releases/2/abort", ""));

        assertThat(IntStream.range(0, 50).allMatch(i -> authors.price("c" + i) == 4_950_000))
                .isTrue();
        assertThat(sara.get(draft).at("/state")).isEqualTo("draft");
    }

    @Test
    void aReleaseIsExportedAndImportedAsAZip() {
        byte[] zip = sara.get("/v1/releases/1/export?set=promotions/upsell").bytes();
        Map<String, byte[]> files = RuleZip.read(zip);
        assertThat(files).containsOnlyKeys("promotions/upsell.csv", "promotions/upsell.scenarios.yaml");
        String draft = authors.empty();
        byte[] changed = RuleZip.write(Map.of("promotions/notes.md", "hello".getBytes(StandardCharsets.UTF_8)));

        Reply imported = sara.post(draft + "/import", "application/zip", changed, "If-Match", "\"1\"");

        assertThat(ok(imported).at("/changes/0/path")).isEqualTo("promotions/notes.md");
        assertThat(sara.post(draft + "/import", "application/zip", changed, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void theDocumentNamesExactlyTheOperationsThereAre() {
        TreeSet<String> real = new TreeSet<>();
        app.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(path -> path.matches("/v1/(drafts|releases|audit).*"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> real.add(method + " " + path.replace("{*", "{")))));
        TreeSet<String> told = new TreeSet<>();
        boss.get("/v1/openapi.json").json().get("paths").properties().stream()
                .filter(path -> path.getKey().matches("/v1/(drafts|releases|audit).*"))
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(name -> !name.equals("parameters"))
                        .forEach(method -> told.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(told).isEqualTo(real).isNotEmpty();
    }
}
