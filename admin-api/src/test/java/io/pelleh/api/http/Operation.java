package io.pelleh.api.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One operation of the OpenAPI document. */
record Operation(String method, String path, JsonNode item, JsonNode node) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** What needs a database; tests with one hold it to the document. */
    private static final List<String> ON_TABLES = List.of(
            "/v1/imports",
            "/v1/drafts",
            "/v1/releases",
            "/v1/audit",
            "/v1/backtests",
            "/v1/simulations",
            "/v1/campaigns",
            "/v1/pauses",
            "/v1/coupon");

    /** All but those on tables. */
    static List<Operation> all(JsonNode api) {
        return api.get("paths").properties().stream()
                .filter(path -> ON_TABLES.stream().noneMatch(path.getKey()::startsWith))
                .flatMap(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method))
                        .map(method -> new Operation(
                                method.toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue(),
                                path.getValue().get(method))))
                .toList();
    }

    /** The path with its parameters' examples, each ending with {@code suffix}. */
    String filled(String suffix) {
        String filled = path;
        for (JsonNode parameter : item.path("parameters")) {
            String name = parameter.path("name").asString("");
            String example = parameter.path("example").asString("");
            filled = filled.replace("{" + name + "}", path.startsWith("/v1/programs") ? example : example + suffix);
        }
        return filled;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
