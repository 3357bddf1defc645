package io.pelleh.api.http;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A request's example in the OpenAPI document. */
record Example(Operation operation, String name, String mediaType, JsonNode headers, JsonNode value) {

    static List<Example> requests(JsonNode api) {
        List<Example> all = new ArrayList<>();
        for (Operation operation : Operation.all(api)) {
            for (Map.Entry<String, JsonNode> media :
                    operation.node().at("/requestBody/content").properties()) {
                all.addAll(of(operation, media));
            }
        }
        return all;
    }

    private static List<Example> of(Operation operation, Map.Entry<String, JsonNode> media) {
        return media.getValue().get("examples").properties().stream()
                .map(example -> new Example(
                        operation,
                        operation + " " + example.getKey(),
                        media.getKey(),
                        example.getValue().path("x-headers"),
                        example.getValue().get("value")))
                .toList();
    }

    HttpRequest.Builder request(Shop shop) {
        return request(shop, value.toString(), "");
    }

    /** The request with another body, on a path of its own. */
    HttpRequest.Builder request(Shop shop, String body, String suffix) {
        HttpRequest.Builder request = shop.to(operation.filled(suffix)).header("Content-Type", mediaType);
        headers.properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asString()));
        return request.method(operation.method(), BodyPublishers.ofString(body));
    }
}
