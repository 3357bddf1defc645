package io.pelleh.api.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.ruleset.Publication;
import io.pelleh.api.ruleset.ReleaseStore.Origin;
import io.pelleh.api.ruleset.ReleaseStore.Signed;
import io.pelleh.api.ruleset.Releases;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Told;
import io.pelleh.engine.flow.Door;
import io.pelleh.rules.StarterPack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Attributes of customers that a shop declares: told by events and imports, kept in the state, seen by rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnAttributesIT {

    private static final String DECLARED = """
            path,type,unit,label_en,label_fa,values
            customer.attributes.profession,text,,Profession,شغل,
            customer.attributes.children,number,count,Children,فرزند,
            customer.attributes.vegan,flag,,Vegan,گیاه‌خوار,
            """;
    private static final String SEGMENT = """
            rule "bakers" when Customer( attributes.profession == "baker", attributes.children >= 2 )
            then effects.segment( "Bakers" ); end
            """;

    private App app;
    private JdbcTemplate sql;

    /** Release 1 declares nothing; who told something then told it to the person store only. */
    @BeforeAll
    void start() {
        app = App.start(Map.of("pelleh.poller.enabled", "false"));
        sql = app.bean(JdbcTemplate.class);
        identify("early", "e-0", "{\"profession\": \"baker\", \"children\": 2}");
        Map<String, byte[]> files = new TreeMap<>(StarterPack.files());
        files.put("vocabulary/attributes.csv", DECLARED.getBytes(StandardCharsets.UTF_8));
        files.put("segments/own.drl", SEGMENT.getBytes(StandardCharsets.UTF_8));
        app.bean(Releases.class)
                .publish(
                        new Publication(
                                app.program().id(), 1, files, new Signed("ann", "bob", "bakers"), Origin.NONE, null),
                        number -> {});
    }

    @AfterAll
    void stop() {
        app.close();
    }

    private void identify(String customer, String id, String attributes) {
        App.Reply reply = app.event("""
                {"specversion": "1.0", "id": "%s", "source": "shop", "type": "contact.identified", "subject": "%s",
                 "data": {"person": {"name": "Sara", "attributes": %s}}}
                """.formatted(id, customer, attributes));
        assertThat(reply.status()).as(reply.text()).isBetween(200, 202);
    }

    private CustomerState state(String customer) {
        return app.bean(Door.class)
                .view(app.program(), new CustomerId(customer))
                .orElseThrow();
    }

    @Test
    void whatIsDeclaredIsKeptTypedAndMovesTheCustomerAtOnce() {
        identify("sara", "e-1", "{\"profession\": \"baker\", \"children\": 2.7, \"vegan\": true, \"secret\": \"x\"}");

        assertThat(state("sara").history().told())
                .isEqualTo(Map.of(
                        "profession", new Told.Text("baker"),
                        "children", new Told.Whole(2),
                        "vegan", new Told.Flag(true)));
        assertThat(state("sara").standing().segments()).contains("Bakers");
        assertThat(app.get("/v1/customers/sara").body().path("attributes").toString())
                .isEqualTo("{\"children\":\"2\",\"profession\":\"baker\",\"vegan\":\"true\"}");
        String journal = sql.queryForObject(
                "SELECT happening FROM journal WHERE customer = 'sara' AND type = 'contact.identified'", String.class);
        assertThat(journal).contains("baker").doesNotContain("secret", "Sara");
    }

    @Test
    void whatIsToldLaterReplacesAndAnEmptyOrWrongValueForgets() {
        identify("omid", "e-2", "{\"profession\": \"baker\", \"children\": 3, \"vegan\": false}");
        identify("omid", "e-3", "{\"profession\": \"cook\"}");
        assertThat(state("omid").standing().segments()).doesNotContain("Bakers");

        identify("omid", "e-4", "{\"children\": \"many\", \"profession\": \"\", \"vegan\": true}");

        assertThat(state("omid").history().told()).isEqualTo(Map.of("vegan", new Told.Flag(true)));
    }

    @Test
    void aReleaseThatDeclaresItAppliesItFromThenOn() {
        assertThat(state("early").history().told()).isEmpty();

        identify("early", "e-5", "{\"profession\": \"baker\", \"children\": 2}");

        assertThat(state("early").standing().segments()).contains("Bakers");
    }

    @Test
    void anImportTellsThemTooAndABacktestFindsThemAgain() {
        App.Reply imported =
                app.imported("""
                {"kind": "customers", "columns": {"customerId": "id", "occurredAt": "since", "name": "name",
                                                  "attributes.profession": "job", "attributes.children": "kids"}}
                """, "id,since,name,job,kids\nfar-1,2024-05-01,Mina,baker,4\nfar-2,2024-05-01,Reza,,4\n");
        assertThat(imported.body().path("state").asString()).as(imported.text()).isEqualTo("done");
        assertThat(state("far-1").standing().segments()).contains("Bakers");
        assertThat(state("far-2").history().told()).isEqualTo(Map.of("children", new Told.Whole(4)));

        String id = app.post(
                        "/v1/backtests",
                        "application/json",
                        "{\"before\": {\"release\": 1}, \"after\": {\"release\": 2}, \"to\": \"2024-06-01T00:00:00Z\"}")
                .body()
                .get("id")
                .asString();
        JsonNode job = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> app.get("/v1/backtests/" + id).body(),
                        found -> !List.of("waiting", "running")
                                .contains(found.get("state").asString()));

        assertThat(job.at("/result/customers/affected").asLong())
                .as(job.toString())
                .isEqualTo(1);
        assertThat(job.at("/result/samples/0/customer").asString()).isEqualTo("far-1");
    }

    @Test
    void theVocabularyShowsThemInBothLanguages() {
        JsonNode english = app.get("/v1/vocabulary?lang=en").body();
        JsonNode persian = app.get("/v1/vocabulary?lang=fa").body();

        assertThat(english.toString()).contains("customer.attributes.profession", "the customer's profession is");
        assertThat(persian.toString()).contains("شغل مشتری");
    }
}
