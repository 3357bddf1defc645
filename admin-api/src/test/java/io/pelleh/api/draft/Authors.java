package io.pelleh.api.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.Person;
import io.pelleh.api.fixtures.Person.Reply;
import io.pelleh.api.security.Role;

/** A marketer, an approver and an admin of a running application, and what they usually do. */
final class Authors {

    static final String UPSELL = "/files/promotions/upsell.csv";
    static final String BASKET = """
            {"customerId": "%s", "state": "%s", "currency": "IRR", "shipping": 450000,
             "lines": [{"sku": "TEA-500", "category": "tea", "quantity": 2, "unitPrice": 1850000}]}
            """;

    final Person sara;
    final Person omid;
    final Person boss;

    Authors(App app) {
        sara = Person.of(app, "sara", Role.MARKETER);
        omid = Person.of(app, "omid", Role.APPROVER);
        boss = Person.of(app, "boss", Role.ADMIN);
    }

    /** A draft that changes nothing yet. */
    String empty() {
        return "/v1/drafts/"
                + ok(sara.post("/v1/drafts", "{\"title\": \"a draft\"}")).at("/id");
    }

    /** Puts a text in place of another, wherever it stands in a file. */
    void replace(String path, String from, String to) {
        Reply file = sara.get(path);
        ok(sara.put(path, file.text().replace(from, to), "If-Match", file.etag()));
    }

    Reply submittedAndApproved(String draft) {
        ok(sara.post(draft + "/submit", ""));
        return ok(omid.post(draft + "/approve", ""));
    }

    String draft(String from, String to) {
        String draft = "/v1/drafts/"
                + sara.post("/v1/drafts", "{\"title\": \"cheaper tea\"}").at("/id");
        edit(draft, from, to);
        return draft;
    }

    void edit(String draft, String from, String to) {
        Reply file = sara.get(draft + UPSELL);
        assertThat(file.text()).contains(from);
        Reply put = sara.put(draft + UPSELL, file.text().replace(from, to), "If-Match", file.etag());
        assertThat(put.status()).as(put.text()).isEqualTo(200);
    }

    static Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isBetween(200, 201);
        return reply;
    }

    Reply submitted(String draft) {
        fixScenarios(draft);
        return ok(sara.post(draft + "/submit", ""));
    }

    /** The starter pack's scenarios name the price. */
    void fixScenarios(String draft) {
        String path = draft + "/files/promotions/upsell.scenarios.yaml";
        Reply file = sara.get(path);
        sara.put(path, file.text().replace("4950000", "4900000"), "If-Match", file.etag());
    }

    Reply published(String draft, String how) {
        submitted(draft);
        ok(omid.post(draft + "/approve", ""));
        return ok(omid.post(draft + "/publish", how));
    }

    long price(String customer) {
        Reply quote = boss.put("/v1/checkouts/q-" + customer, BASKET.formatted(customer, "open"));
        for (var effect : quote.json().path("effects")) {
            if (effect.path("type").asString().equals("upsell_offer")) {
                return effect.path("unitPrice").asLong();
            }
        }
        throw new AssertionError(quote.text());
    }

    long release() {
        return boss.put("/v1/checkouts/q-release", BASKET.formatted("release", "open"))
                .json()
                .path("release")
                .asLong();
    }
}
