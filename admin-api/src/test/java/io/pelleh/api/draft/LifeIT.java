package io.pelleh.api.draft;

import static io.pelleh.api.draft.Authors.UPSELL;
import static io.pelleh.api.draft.Authors.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.Person;
import io.pelleh.api.fixtures.Person.Reply;
import io.pelleh.api.security.Role;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifeIT {

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
    void aDraftIsValidatedSubmittedApprovedBySomebodyElseAndPublished() {
        String draft = authors.draft("4950000", "4900000");
        authors.fixScenarios(draft);
        Reply verdict = ok(sara.post(draft + "/validate", ""));
        assertThat(verdict.json().path("passed").asBoolean()).as(verdict.text()).isTrue();
        assertThat(verdict.at("/draft/state")).isEqualTo("validated");

        ok(sara.post(draft + "/submit", ""));
        assertThat(sara.put(draft + UPSELL, "x", "If-Match", "*").at("/code")).isEqualTo("draft_state");
        assertThat(omid.post(draft + "/publish", "{}").at("/code")).isEqualTo("draft_state");
        ok(omid.post(draft + "/approve", ""));
        Reply published = ok(omid.post(draft + "/publish", "{}"));

        assertThat(published.at("/state")).isEqualTo("released");
        assertThat(published.json().path("release").asLong()).isEqualTo(2);
        assertThat(authors.price("anna")).isEqualTo(4_900_000);
    }

    @Test
    void aReleaseShowsItsVersionsAndNodesAndIsRolledBackInOneCall() {
        authors.published(authors.draft("4950000", "4900000"), "{}");
        Reply release = sara.get("/v1/releases/2");
        assertThat(release.at("/state")).isEqualTo("in_force");
        assertThat(release.json().at("/versions").get("promotions/upsell").asLong())
                .isEqualTo(2);
        assertThat(release.json().at("/versions").get("promotions/points").asLong())
                .isEqualTo(1);
        assertThat(release.at("/nodes/0/state")).isEqualTo("loaded");
        assertThat(sara.get("/v1/releases/2/changes").json().at("/files").size())
                .isEqualTo(2);

        ok(boss.post("/v1/releases/1/rollback", ""));

        assertThat(authors.price("anna")).isEqualTo(4_950_000);
        assertThat(authors.release()).isEqualTo(3);
        assertThat(sara.get("/v1/releases/1/export").bytes())
                .isEqualTo(sara.get("/v1/releases/3/export").bytes());
        assertThat(sara.get("/v1/releases/2").at("/state")).isEqualTo("superseded");
        assertThat(sara.get("/v1/audit").json().findValuesAsString("action"))
                .contains(
                        "release.rolled_back", "draft.published", "draft.approved", "draft.submitted", "draft.edited");
    }

    @Test
    void whoWorkedOnADraftMayNotApproveItUnlessTheProgramSaysSo() {
        Person both = Person.of(app, "sara", Role.ADMIN);
        String draft = authors.draft("4950000", "4900000");
        authors.submitted(draft);

        assertThat(both.post(draft + "/approve", "").at("/code")).isEqualTo("four_eyes");
        ok(boss.patch("/v1/program", "{\"fourEyes\": false}"));

        ok(both.post(draft + "/approve", ""));
    }

    @Test
    void aDraftThatIsRejectedIsWrittenAgain() {
        String draft = authors.draft("4950000", "4900000");
        authors.submitted(draft);

        Reply rejected = ok(omid.post(draft + "/reject", "{\"reason\": \"too cheap\"}"));

        assertThat(rejected.at("/state")).isEqualTo("draft");
        assertThat(rejected.at("/reason")).isEqualTo("too cheap");
        ok(sara.post(draft + "/withdraw", ""));
        assertThat(sara.post(draft + "/submit", "").at("/code")).isEqualTo("draft_state");
    }

    @Test
    void rulesThatFailTheirScenariosAreNotSubmitted() {
        String draft = authors.draft("4950000", "4900000");

        Reply submitted = sara.post(draft + "/submit", "");

        assertThat(submitted.status()).isEqualTo(422);
        assertThat(submitted.at("/code")).isEqualTo("rules_rejected");
        assertThat(submitted.json().path("scenarios").toString()).contains("differences");
    }

    @Test
    void whatWasReleasedMeanwhileIsMergedUnlessBothChangedTheSame() {
        String first = authors.draft("4950000", "4900000");
        String second = authors.draft("4950000", "4800000");
        String other = authors.empty();
        sara.put(other + "/files/promotions/notes.md", "why", "If-None-Match", "*");
        authors.published(first, "{}");

        ok(sara.post(other + "/submit", ""));
        ok(omid.post(other + "/approve", ""));
        ok(omid.post(other + "/publish", "{}"));
        String path = second + "/files/promotions/upsell.scenarios.yaml";
        Reply scenarios = sara.get(path);
        sara.put(path, scenarios.text().replace("4900000", "4800000"), "If-Match", scenarios.etag());
        ok(sara.post(second + "/submit", ""));
        ok(omid.post(second + "/approve", ""));
        Reply clash = omid.post(second + "/publish", "{}");

        assertThat(authors.price("anna")).isEqualTo(4_900_000);
        assertThat(clash.at("/code")).as(clash.text()).isEqualTo("draft_conflict");
        assertThat(clash.at("/conflicts/0/base/text")).contains("4950000");
        assertThat(clash.at("/conflicts/0/yours/text")).contains("4800000");
        assertThat(clash.at("/conflicts/0/theirs/text")).contains("4900000");
        ok(sara.post(second + "/withdraw", ""));
        ok(sara.post(second + "/rebase", ""));
        ok(sara.post(second + "/submit", ""));
        ok(omid.post(second + "/approve", ""));
        ok(omid.post(second + "/publish", "{}"));
        assertThat(authors.price("anna")).isEqualTo(4_800_000);
    }

    @Test
    void aDraftIsPublishedByItselfWhenItsTimeHasCome() {
        String draft = authors.draft("4950000", "4900000");

        Reply scheduled = authors.published(draft, "{\"at\": \"2030-01-01T00:00:00Z\"}");

        assertThat(scheduled.at("/state")).isEqualTo("scheduled");
        assertThat(authors.release()).isEqualTo(1);
        ok(boss.post("/v1/programs/shop/clock", "{\"now\": \"2030-01-01T00:00:01Z\"}"));
        await().atMost(Duration.ofSeconds(20)).until(() -> authors.release() == 2);
        assertThat(sara.get(draft).at("/state")).isEqualTo("released");
    }
}
