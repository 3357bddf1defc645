package io.pelleh.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App;
import io.pelleh.api.fixtures.App.Reply;
import io.pelleh.api.openapi.OpenApi;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a field holds, however long or large, the answer is a result or a refusal that says where; never a 5xx. */
class EdgesIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> PLACES = List.of(
            "/v1/customers/%s",
            "/v1/customers/%s/timeline",
            "/v1/customers/%s?at=2026-01-01T00:00:00Z",
            "/v1/customers/edge/timeline?cursor=%s",
            "/v1/customers/edge/timeline?limit=%s",
            "/v1/customers/edge?at=%s",
            "/v1/customers?cursor=%s",
            "/v1/customers?gender=%s",
            "/v1/customers?city=%s",
            "/v1/customers?rung=%s",
            "/v1/customers?tier=%s",
            "/v1/customers?segment=%s",
            "/v1/customers?askedFor=%s",
            "/v1/customers?askedFor=x&askedSince=%s",
            "/v1/checkouts/%s",
            "/v1/coupons/%s",
            "/v1/coupon-batches/%s",
            "/v1/coupon-batches/%s/codes",
            "/v1/coupon-batches?cursor=%s",
            "/v1/coupon-batches?limit=%s",
            "/v1/imports/%s",
            "/v1/imports/%s/rejects",
            "/v1/event-types/%s/schema");

    private static App app;
    private static int sent;

    @BeforeAll
    static void start() {
        app = App.start(Map.of());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void everyFieldOfEveryEventTypeHoldsItsEdges() {
        for (JsonNode type : app.get("/v1/event-types").body().get("types")) {
            JsonNode schema = app.get(type.get("schema").asString()).body();
            JsonNode event = event(type.get("type").asString(), Filled.value("data", schema));
            Reply sound = event(event);
            assertThat(sound.status()).as(event + " " + sound.text()).isEqualTo(200);

            for (String leaf : Filled.leaves(event)) {
                Edges.bend(event, leaf, this::event);
            }
        }
    }

    private static ObjectNode event(String type, JsonNode data) {
        return JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "edge")
                .put("source", "/edges")
                .put("type", type)
                .put("subject", "edge")
                .put("time", "2026-01-01T00:00:00Z")
                .set("data", data);
    }

    private Reply event(JsonNode event) {
        JsonNode named = event;
        if (event.path("id").asString("").equals("edge")) {
            named = Filled.with(event, "/id", JSON.getNodeFactory().stringNode("edge-" + sent++));
        }
        if (event.at("/data/orderId").asString("").equals("orderId")) {
            named = Filled.with(named, "/data/orderId", JSON.getNodeFactory().stringNode("order-" + sent++));
        }
        return app.event(named.toString());
    }

    @Test
    void everyFieldOfACheckoutHoldsItsEdges() {
        JsonNode schemas = OpenApi.document().at("/components/schemas");
        for (String state : List.of("open", "closed")) {
            ObjectNode checkout =
                    (ObjectNode) Filled.value("checkout", resolved(schemas.get("CheckoutRequest"), schemas));
            // A shop says these when it decided by itself.
            checkout.put("state", state).remove(List.of("decidedBy", "totals", "occurredAt"));
            assertThat(put(checkout).status()).as(put(checkout).text()).isEqualTo(200);

            for (String leaf : Filled.leaves(checkout)) {
                Edges.bend(checkout, leaf, this::put);
            }
        }
    }

    private Reply put(JsonNode checkout) {
        JsonNode named = checkout.path("orderId").asString("").equals("orderId")
                ? Filled.with(checkout, "/orderId", JSON.getNodeFactory().stringNode("bought-" + sent))
                : checkout;
        return app.put("/v1/checkouts/edge-" + sent++, named.toString());
    }

    /** The schema with what it refers to in its place. */
    private static JsonNode resolved(JsonNode schema, JsonNode schemas) {
        if (schema.has("$ref")) {
            String reference = schema.get("$ref").asString();
            return resolved(schemas.get(reference.substring(reference.lastIndexOf('/') + 1)), schemas);
        }
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode copy = JSON.createObjectNode();
        schema.properties().forEach(p -> copy.set(p.getKey(), resolved(p.getValue(), schemas)));
        if (copy.path("type").isArray()) {
            copy.set("type", copy.get("type").get(0));
        }
        return copy;
    }

    @Test
    void everyPathAndParameterHoldsItsEdges() {
        TreeSet<String> texts = new TreeSet<>(Edges.LONG);
        texts.addAll(Edges.UNSOUND.subList(1, Edges.UNSOUND.size() - 1));
        texts.addAll(List.of("a\u0000b", "%", "'", "../x"));
        for (String place : PLACES) {
            for (String text : texts) {
                String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
                Edges.check(app.get(place.formatted(encoded)), place + " = " + Edges.name(text));
            }
        }
        for (String text : texts) {
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            Edges.check(app.delete("/v1/keys/" + encoded), "key " + Edges.name(text));
            Edges.check(app.put("/v1/event-types/" + encoded, "{}"), "type " + Edges.name(text));
            String body = Bodies.checkout("edge", "closed", "TEA", 1_000);
            Edges.check(app.put("/v1/checkouts/" + encoded, body), "checkout " + Edges.name(text));
        }
    }

    @Test
    void batchesOfCouponsHoldTheirEdges() {
        for (String batch : List.of(
                "{\"name\": \"edge\", \"pattern\": \"EDGE-####-####-####\", \"count\": 3, \"maxUses\": 2, \"holdMinutes\": 5,"
                        + " \"validFrom\": \"2026-01-01T00:00:00Z\", \"validUntil\": \"2027-01-01T00:00:00Z\"}",
                "{\"name\": \"edge-own\", \"code\": \"EDGE\"}",
                "{\"name\": \"edge-personal\", \"pattern\": \"####-####-####\", \"customers\": [\"anna\"]}")) {
            JsonNode body = JSON.readTree(batch);
            for (String leaf : Filled.leaves(body)) {
                Edges.bend(body, leaf, sent -> app.post("/v1/coupon-batches", "application/json", sent.toString()));
            }
        }
    }

    @Test
    void keysHoldTheirEdges() {
        JsonNode key = JSON.readTree("{\"actor\": \"edge\", \"scopes\": [\"decide\"]}");
        for (String leaf : Filled.leaves(key)) {
            Edges.bend(key, leaf, body -> app.post("/v1/keys", "application/json", body.toString()));
        }
    }

    @Test
    void headersOfABinaryEventHoldTheirEdges() {
        for (String header : List.of("id", "source", "type", "subject", "time")) {
            Edges.LONG.forEach(text -> Edges.check(binary(header, text), "ce-" + header + " " + Edges.name(text)));
        }
    }

    private static Reply binary(String header, String text) {
        Map<String, String> headers = new TreeMap<>(
                Map.of("id", "b" + sent++, "source", "/edges", "type", "member.enrolled", "subject", "edge"));
        headers.put("specversion", "1.0");
        headers.put(header, URLEncoder.encode(text, StandardCharsets.UTF_8));
        var request = app.request("/v1/events").header("Content-Type", "application/json");
        headers.forEach((name, value) -> request.header("ce-" + name, value));
        return app.send(request.POST(BodyPublishers.ofString("{}")).build());
    }
}
