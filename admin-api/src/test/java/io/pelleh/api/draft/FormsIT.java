package io.pelleh.api.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.Person;
import io.pelleh.api.fixtures.Person.Reply;
import io.pelleh.api.security.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormsIT {

    private static final String DRL = "text/x-drl";
    private static final String GRID = "application/vnd.pelleh.grid+json";
    private static final String TABLE = """
            {"title": "Free shipping",
             "columns": [{"kind": "name"},
                         {"kind": "condition", "attribute": "basket.total", "operator": ">="},
                         {"kind": "effect", "effect": "freeShipping"}],
             "rows": [["big basket", 777, true]]}""";

    private static App app;
    private static Person sara;

    private String files = "";

    @BeforeAll
    static void start() {
        app = App.start(Map.of());
        sara = Person.of(app, "sara", Role.MARKETER);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void draft() {
        files = "/v1/drafts/"
                + sara.post("/v1/drafts", "{\"title\": \"forms\"}").at("/id") + "/files/";
    }

    @Test
    void everyFormOfRulesIsShownAsDrlWithTheETagOfTheFile() {
        for (String path : new String[] {
            "promotions/upsell.csv",
            "promotions/free-shipping.xlsx",
            "promotions/win-back.dslr",
            "promotions/welcome.drl",
            "ladder/ladder.dslr"
        }) {
            Reply plain = sara.get(files + path);

            Reply drl = sara.get(files + path, DRL);
            Reply released = sara.get("/v1/releases/1/files/" + path, DRL);

            assertThat(drl.status()).as(drl.text()).isEqualTo(200);
            assertThat(drl.text()).contains("rule \"", "effects.").isNotEqualTo(plain.text());
            assertThat(drl.etag()).isEqualTo(plain.etag()).isEqualTo(released.etag());
            assertThat(released.text()).isEqualTo(drl.text());
        }
    }

    @Test
    void aTableIsShownAsAGridAndWrittenBackInItsOwnForm() {
        for (String path : new String[] {"promotions/upsell.csv", "promotions/free-shipping.xlsx"}) {
            Reply plain = sara.get(files + path);
            Reply grid = sara.get(files + path, GRID + ", */*;q=0.1");

            Reply put = sara.putGrid(files + path, grid.text(), "If-Match", grid.etag());

            assertThat(put.status()).as(put.text()).isEqualTo(200);
            assertThat(grid.etag()).isEqualTo(plain.etag());
            assertThat(sara.get(files + path, GRID).text()).isEqualTo(grid.text());
            assertThat(sara.get(files + path, DRL).text())
                    .isEqualTo(sara.get("/v1/releases/1/files/" + path, DRL).text());
            assertThat(sara.get(files + path).bytes()).startsWith(path.endsWith("csv") ? "RuleSet".getBytes() : zip());
        }
    }

    private static byte[] zip() {
        return new byte[] {'P', 'K', 3, 4};
    }

    @Test
    void aNewGridBecomesCsvXlsxOrJson() {
        for (String path : new String[] {"promotions/a.csv", "promotions/b.xlsx", "promotions/c.grid.json"}) {
            Reply put = sara.putGrid(files + path, TABLE, "If-None-Match", "*");

            assertThat(put.status()).as(put.text()).isEqualTo(201);
            assertThat(put.etag()).isEqualTo(sara.get(files + path).etag());
            assertThat(sara.get(files + path, DRL).text()).contains("Basket(total >= 777L)", "effects.freeShipping()");
        }
    }

    @Test
    void whoEditedAnotherVersionAsAGridIsRefusedAsWell() {
        Reply grid = sara.get(files + "promotions/upsell.csv", GRID);
        sara.put(files + "promotions/upsell.csv", "other", "If-Match", grid.etag());

        Reply late = sara.putGrid(files + "promotions/upsell.csv", grid.text(), "If-Match", grid.etag());

        assertThat(late.at("/code")).isEqualTo("version_stale");
        assertThat(late.at("/conflicts/0/theirs/text")).isEqualTo("other");
    }

    @Test
    void whatCannotBeShownThatWayIsRefusedWithAReason() {
        sara.put(files + "promotions/broken.csv", "RuleSet,x\n", "If-None-Match", "*");
        sara.put(files + "promotions/evil.drl", "rule \"x\" when eval(true) then end", "If-None-Match", "*");

        for (String path : new String[] {"promotions/welcome.drl", "promotions/lanes.csv", "promotions/broken.csv"}) {
            Reply grid = sara.get(files + path, GRID);
            assertThat(grid.status()).as(path + grid.text()).isEqualTo(406);
            assertThat(grid.at("/code")).isEqualTo("not_acceptable");
            assertThat(grid.at("/errors/0/detail")).isNotEmpty();
        }
        for (String path : new String[] {"promotions/lanes.csv", "promotions/evil.drl", "promotions/broken.csv"}) {
            Reply drl = sara.get(files + path, DRL);
            assertThat(drl.status()).as(path + drl.text()).isEqualTo(406);
            assertThat(drl.at("/errors/0/detail")).isNotEmpty();
        }
        assertThat(sara.get(files + "promotions/evil.drl", DRL).at("/errors/0/detail"))
                .contains("line 1");
        assertThat(sara.get(files + "promotions/none.csv", GRID).status()).isEqualTo(404);
        assertThat(sara.get(files + "promotions/upsell.csv", "nonsense").status())
                .isEqualTo(406);
    }

    @Test
    void aWrongGridIsRefusedWithPointersAndWritesNothing() {
        Reply attribute = sara.putGrid(
                files + "promotions/a.csv", TABLE.replace("basket.total", "basket.totl"), "If-None-Match", "*");
        Reply cells =
                sara.putGrid(files + "promotions/a.csv", TABLE.replace("true]", "true, 1, 2]"), "If-None-Match", "*");
        Reply json = sara.putGrid(files + "promotions/a.csv", "{", "If-None-Match", "*");
        Reply list = sara.putGrid(files + "promotions/lanes.csv", TABLE, "If-Match", "*");

        assertThat(attribute.status()).as(attribute.text()).isEqualTo(422);
        assertThat(attribute.at("/errors/0/pointer")).isEqualTo("/columns/1/attribute");
        assertThat(cells.at("/errors/0/pointer")).isEqualTo("/rows/0");
        assertThat(json.status()).as(json.text()).isEqualTo(422);
        assertThat(list.status()).as(list.text()).isEqualTo(415);
        assertThat(sara.get(files + "promotions/a.csv").status()).isEqualTo(404);
    }
}
