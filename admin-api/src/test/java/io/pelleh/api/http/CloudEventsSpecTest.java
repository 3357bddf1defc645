package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pelleh.api.http.Shop.Reply;
import io.pelleh.api.security.KeyRing;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The examples of the CloudEvents specification: what holds JSON is taken, and only that. */
@HttpTest
class CloudEventsSpecTest {

    private static final String EVENT = "application/cloudevents+json; charset=utf-8";
    private static final String BATCH = "application/cloudevents-batch+json; charset=utf-8";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Shop shop;
    private List<JsonNode> events = List.of();
    private List<JsonNode> batches = List.of();

    CloudEventsSpecTest(@LocalServerPort int port, @Autowired KeyRing keys) {
        shop = Shop.admin(port, keys);
    }

    @BeforeEach
    void read() throws IOException {
        Path file = Path.of(System.getProperty("pelleh.data", "../shared/data"), "cloudevents", "spec-examples.json");
        assumeThat(file).as("the examples of the specification").exists();
        events = new ArrayList<>();
        batches = new ArrayList<>();
        for (JsonNode example : JSON.readTree(Files.readAllBytes(file))) {
            switch (example.get("kind").asString()) {
                case "event" -> events.add(example.get("value"));
                case "batch" -> batches.add(example.get("value"));
                default -> {
                    // Raw HTTP, with dots for what is left out.
                }
            }
        }
        for (String type :
                List.of("com.example.someevent", "com.example.someotherevent", "com.github.pull_request.opened")) {
            assertThat(shop.put("/v1/event-types/" + type, "{}").status()).isBetween(200, 201);
        }
    }

    @Test
    void eventsWithJsonAreAcceptedAndOthersAreRefusedAtTheirContentType() {
        assertThat(events).hasSizeGreaterThanOrEqualTo(7);
        for (int i = 0; i < events.size(); i++) {
            ObjectNode event = about(events.get(i), "spec-" + i);
            Reply reply = shop.post("/v1/events", EVENT, event.toString());

            String type = event.path("datacontenttype").asString("application/json");
            if (type.equals("application/json")) {
                assertThat(reply.status()).as(event + " " + reply.text()).isEqualTo(200);
            } else {
                assertThat(reply.status()).as(event + " " + reply.text()).isEqualTo(422);
                assertThat(reply.at("/errors/0/pointer")).isEqualTo("/datacontenttype");
            }
        }
    }

    /** Only what the specification leaves to the receiver is changed: whom it is about, and an id of its own. */
    private static ObjectNode about(JsonNode event, String id) {
        ObjectNode copy = (ObjectNode) event.deepCopy();
        return copy.put("id", id).put("subject", "c-1");
    }

    @Test
    void anEventAboutNobodyIsRefusedAtItsSubject() {
        JsonNode event = events.stream()
                .filter(e -> e.path("subject").isNull() && e.get("data").isObject())
                .findFirst()
                .orElseThrow();

        Reply reply = shop.post("/v1/events", EVENT, event.toString());

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/errors/0/pointer")).isEqualTo("/subject");
    }

    @Test
    void aBatchIsAnsweredItemByItemAndMayBeEmpty() {
        for (JsonNode batch : batches) {
            Reply reply = shop.post("/v1/events", BATCH, batch.toString());

            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            assertThat(reply.json().get("items").size()).isEqualTo(batch.size());
        }
    }

    @Test
    void inBinaryModeAttributesAndExtensionsAreHeaders() {
        JsonNode event = events.stream()
                .filter(e -> e.path("data").isObject())
                .findFirst()
                .orElseThrow();
        var request = shop.to("/v1/events").header("Content-Type", "application/json; charset=utf-8");
        for (String name : List.of("specversion", "type", "source", "time", "comexampleextension1")) {
            request.header("ce-" + name, event.get(name).asString());
        }
        request.header("ce-id", "spec-binary").header("ce-subject", "c-1");

        Reply reply =
                shop.send(request.POST(BodyPublishers.ofString(event.get("data").toString())));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    @Test
    void aLongExtensionNameIsNoFault() {
        ObjectNode event = about(events.getLast(), "spec-long").put("datacontenttype", "Application/JSON");
        event.put("a".repeat(40), "value");

        assertThat(shop.post("/v1/events", EVENT, event.toString()).status()).isEqualTo(200);
    }
}
