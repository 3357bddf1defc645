package io.pelleh.api.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.Person;
import io.pelleh.api.fixtures.Person.Reply;
import io.pelleh.api.security.Role;
import io.pelleh.rules.StarterPack;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DraftsIT {

    private static final String UPSELL = "/files/promotions/upsell.csv";

    private static App app;
    private static Person sara;
    private static Person reza;

    @BeforeAll
    static void start() {
        app = App.start(Map.of());
        sara = Person.of(app, "sara", Role.MARKETER);
        reza = Person.of(app, "reza", Role.MARKETER);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String draft() {
        Reply made = sara.post("/v1/drafts", "{\"title\": \"more upsell\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return "/v1/drafts/" + made.at("/id");
    }

    @Test
    void aDraftShowsTheFilesInForceWithItsChangesLaidOver() {
        String draft = draft();
        Reply upsell = sara.get(draft + UPSELL);
        String changed = upsell.text().replace("4950000", "4900000");

        Reply put = sara.put(draft + UPSELL, changed, "If-Match", upsell.etag());

        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(sara.get(draft + UPSELL).text()).isEqualTo(changed);
        assertThat(sara.get(draft).at("/changes/0/path")).isEqualTo("promotions/upsell.csv");
        assertThat(sara.get(draft).at("/changes/0/change")).isEqualTo("changed");
        assertThat(sara.get(draft + "/files").json().at("/files").size())
                .isEqualTo(StarterPack.files().size());
    }

    @Test
    void whoEditedAnotherVersionIsShownAllThree() {
        String draft = draft();
        Reply before = sara.get(draft + UPSELL);
        sara.put(draft + UPSELL, "sara's", "If-Match", before.etag());

        Reply late = reza.put(draft + UPSELL, "reza's", "If-Match", before.etag());

        assertThat(late.status()).as(late.text()).isEqualTo(412);
        assertThat(late.at("/conflicts/0/base/text")).isEqualTo(before.text());
        assertThat(late.at("/conflicts/0/yours/text")).isEqualTo("reza's");
        assertThat(late.at("/conflicts/0/theirs/text")).isEqualTo("sara's");
        assertThat(sara.get(draft + UPSELL).text()).isEqualTo("sara's");
    }

    @Test
    void withoutTheVersionThatWasSeenNothingIsWritten() {
        String draft = draft();

        assertThat(sara.put(draft + UPSELL, "x").status()).isEqualTo(428);
        assertThat(sara.delete(draft + UPSELL).status()).isEqualTo(428);
        assertThat(sara.put(draft, "{\"title\": \"x\"}").status()).isEqualTo(428);
        assertThat(sara.delete(draft).status()).isEqualTo(428);
        assertThat(sara.put(draft, "{\"title\": \"x\"}", "If-Match", "\"99\"").status())
                .isEqualTo(412);
    }

    @Test
    void aNewFileIsWrittenOnceAndAFileIsTakenOut() {
        String draft = draft();
        String fresh = draft + "/files/promotions/عیدی.csv".replace("عیدی", "%D8%B9%DB%8C%D8%AF%DB%8C");

        assertThat(sara.put(fresh, "new", "If-None-Match", "*").status()).isEqualTo(201);
        assertThat(reza.put(fresh, "newer", "If-None-Match", "*").status()).isEqualTo(412);
        Reply gone = sara.delete(draft + UPSELL, "If-Match", "*");

        assertThat(gone.status()).as(gone.text()).isEqualTo(200);
        assertThat(sara.get(draft + UPSELL).status()).isEqualTo(404);
        assertThat(sara.get(fresh).text()).isEqualTo("new");
        assertThat(sara.get(draft).json().at("/changes").size()).isEqualTo(2);
    }

    @Test
    void pathsThatAreNotTheSameEverywhereAreRefused() {
        String draft = draft() + "/files/";

        for (String path : new String[] {
            "upsell.csv",
            "promotions/..%2Fx.csv",
            "promotions/Upsell.csv",
            "promotions/x.exe",
            "promotions/.x.csv",
            "promotions/" + "x".repeat(200) + ".csv"
        }) {
            Reply put = sara.put(draft + path, "x", "If-None-Match", "*");
            assertThat(put.status()).as(path + put.text()).isBetween(400, 422);
        }
    }

    @Test
    void aFileLargerThanEightMebibytesIsRefused() {
        Reply put = sara.put(draft() + "/files/promotions/big.csv", new byte[(8 << 20) + 1], "If-None-Match", "*");

        assertThat(put.at("/code")).isEqualTo("too_large");
    }

    @Test
    void draftsAreListedTheLastChangedFirst() {
        String first = draft();
        String second = draft();
        sara.put(first, "{\"title\": \"renamed\"}", "If-Match", sara.get(first).etag());

        Reply list = sara.get("/v1/drafts?state=draft");

        assertThat("/v1/drafts/" + list.at("/drafts/0/id")).isEqualTo(first);
        assertThat("/v1/drafts/" + list.at("/drafts/1/id")).isEqualTo(second);
        assertThat(sara.delete(second, "If-Match", "\"1\"").status()).isEqualTo(204);
        assertThat(sara.get(second).at("/code")).isEqualTo("draft_not_found");
    }

    @Test
    void aViewerReadsAndWritesNothing() {
        String draft = draft();
        Person viewer = Person.of(app, "vida", Role.VIEWER);

        assertThat(viewer.get(draft).status()).isEqualTo(200);
        assertThat(viewer.post("/v1/drafts", "{\"title\": \"x\"}").at("/code")).isEqualTo("scope_missing");
        assertThat(viewer.put(draft + UPSELL, "x", "If-Match", "*").status()).isEqualTo(403);
    }
}
