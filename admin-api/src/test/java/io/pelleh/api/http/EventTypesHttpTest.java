package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.http.Shop.Reply;
import io.pelleh.api.security.KeyRing;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@HttpTest
class EventTypesHttpTest {

    private final Shop admin;

    EventTypesHttpTest(@LocalServerPort int port, @Autowired KeyRing keys) {
        admin = Shop.admin(port, keys);
    }

    @Test
    void aShopsOwnTypeIsTakenAsItsSchemaSays() {
        Reply put = admin.put("/v1/event-types/card.stamped", """
                {"type": "object", "required": ["stamps"], "properties": {"stamps": {"type": "integer", "maximum": 10}}}""");

        assertThat(put.status()).isEqualTo(201);
        assertThat(stamped("s-1", "3").status()).isEqualTo(200);
        Reply refused = stamped("s-2", "11");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/data/stamps");
        assertThat(refused.at("/errors/0/code")).isEqualTo("out_of_range");
    }

    private Reply stamped(String id, String stamps) {
        return admin.post("/v1/events", "application/cloudevents+json", """
                {"specversion": "1.0", "id": "%s", "source": "/shop", "type": "card.stamped", "subject": "et-1",
                 "data": {"stamps": %s}}""".formatted(id, stamps));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"$ref": "https://example.com/x.json"}                              | remote_reference
                    {"$ref": "#/$defs/gone"}                                            | unknown_reference
                    {"$defs": {"a": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}        | recursive
                    {"$schema": "http://json-schema.org/draft-07/schema#"}              | unknown_draft
                    {"$id": "urn:x"}                                                    | keyword_forbidden
                    {"type": "objekt"}                                                  | not_a_schema
                    {"pattern": "(a)\\\\1"}                                             | bad_pattern
                    []                                                                  | wrong_type
                    """)
    void aSchemaThatIsNoneOrReachesOutIsRefused(String schema, String code) {
        Reply reply = admin.put("/v1/event-types/bad.one", schema);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/code")).isEqualTo("invalid_schema");
        assertThat(reply.at("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void aSchemaThatGrowsWithoutBoundWhenWrittenOutIsRefused() {
        String defs = IntStream.range(0, 30)
                .mapToObj(i -> "\"d%d\": {\"allOf\": [{\"$ref\": \"#/$defs/d%d\"}, {\"$ref\": \"#/$defs/d%d\"}]}"
                        .formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(","));

        Reply reply = admin.put("/v1/event-types/bad.two", "{\"$defs\": {" + defs + ", \"d30\": {}}}");

        assertThat(reply.at("/errors/0/code")).isEqualTo("too_large");
    }

    @Test
    void aBuiltInTypeKeepsItsSchema() {
        assertThat(admin.put("/v1/event-types/order.placed", "{}").at("/code")).isEqualTo("event_type_built_in");
    }

    @Test
    void everyBuiltInTypeTakesItsOwnExamples() {
        for (JsonNode type : admin.get("/v1/event-types").json().get("types")) {
            if (type.get("builtIn").asBoolean()) {
                takesItsExamples(type.get("type").asString());
            }
        }
    }

    private void takesItsExamples(String type) {
        JsonNode schema = admin.get("/v1/event-types/" + type + "/schema").json();
        assertThat(schema.get("examples").size()).as(type).isPositive();
        for (JsonNode example : schema.get("examples")) {
            Reply reply = admin.post("/v1/events", "application/cloudevents+json", """
                    {"specversion": "1.0", "id": "x-%s", "source": "/examples", "type": "%s", "subject": "et-2", "data": %s}""".formatted(type, type, example));
            assertThat(reply.status()).as(type + ": " + reply.text()).isEqualTo(200);
        }
    }
}
