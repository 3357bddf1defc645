package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.pelleh.api.http.Shop.Reply;
import io.pelleh.api.openapi.OpenApi;
import io.pelleh.api.security.KeyRing;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@HttpTest
class OpenApiHttpTest {

    private final JsonNode api = OpenApi.document();
    private final Shop admin;
    private final RequestMappingHandlerMapping mappings;

    OpenApiHttpTest(
            @LocalServerPort int port,
            @Autowired KeyRing keys,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        admin = Shop.admin(port, keys);
        this.mappings = mappings;
    }

    @Test
    void theDocumentNamesExactlyTheOperationsThereAre() {
        Set<String> real = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/v1/"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> real.add(method + " " + path))));

        Set<String> told = new TreeSet<>();
        for (Operation operation : Operation.all(api)) {
            told.add(operation.method() + " " + operation.path());
        }

        assertThat(told).isEqualTo(real);
    }

    @Test
    void everyRequestExampleIsAnsweredAsTheDocumentSays() {
        for (Example example : Example.requests(api)) {
            Reply reply = admin.send(example.request(admin));

            assertThat(reply.status()).as(example.name() + ": " + reply.text()).isBetween(200, 201);
            JsonNode content = example.operation().node().at("/responses/" + reply.status() + "/content");
            assertThat(faults(content.get("application/json").get("schema"), reply.text()))
                    .as(example.name())
                    .isEmpty();
        }
    }

    @Test
    void everyExampleIsWhatItsSchemaSays() {
        for (Operation operation : Operation.all(api)) {
            checkExamples(operation, operation.node().at("/requestBody/content"));
            operation.node().get("responses").properties().forEach(response -> {
                JsonNode known = response.getValue().has("$ref")
                        ? api.at(response.getValue().get("$ref").asString().substring(1))
                        : response.getValue();
                checkExamples(operation, known.path("content"));
                assertThat(known.has("content") || response.getKey().equals("204"))
                        .isTrue();
            });
        }
    }

    private void checkExamples(Operation operation, JsonNode content) {
        content.properties().forEach(media -> {
            JsonNode examples = media.getValue().path("examples");
            assertThat(examples.size()).as(operation + " " + media.getKey()).isPositive();
            examples.properties()
                    .forEach(example -> assertThat(faults(
                                    media.getValue().get("schema"),
                                    example.getValue().get("value").toString()))
                            .as(operation + " " + example.getKey())
                            .isEmpty());
        });
    }

    private List<Error> faults(JsonNode schema, String value) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", api.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(value, InputFormat.JSON);
    }
}
