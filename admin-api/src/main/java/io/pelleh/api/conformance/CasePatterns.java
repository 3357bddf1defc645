package io.pelleh.api.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Pieces of conditions as a rule writes them. */
final class CasePatterns {

    private CasePatterns() {}

    /** What a filter asks of a line, or what is bought. */
    static List<String> lines(JsonNode filter) {
        List<String> lines = new ArrayList<>();
        if (filter.has("category")) {
            lines.add(anyCategory(List.of(filter.path("category").asString())));
        }
        if (filter.has("category_any")) {
            lines.add(anyCategory(PromotionCase.texts(filter.path("category_any"))));
        }
        if (filter.has("sku")) {
            lines.add("sku == " + quoted(filter.path("sku").asString()));
        }
        if (filter.has("skus")) {
            lines.add("sku in " + list(PromotionCase.texts(filter.path("skus"))));
        }
        if (filter.has("min_price")) {
            lines.add("unitPrice >= " + PromotionCase.minor(filter.path("min_price")));
        }
        if (filter.has("max_price")) {
            lines.add("unitPrice <= " + PromotionCase.minor(filter.path("max_price")));
        }
        return lines;
    }

    static String anyCategory(List<String> names) {
        return names.stream().map(name -> "categories contains " + quoted(name)).collect(Collectors.joining(" || "));
    }

    static String list(List<String> texts) {
        return texts.stream().map(CasePatterns::quoted).collect(Collectors.joining(", ", "( ", " )"));
    }

    /** @throws NotApplicable for what no text of a rule may hold */
    static String quoted(String text) {
        if (text.contains("\"") || text.contains("\\")) {
            throw new NotApplicable("no text of a rule holds a quote or a backslash: " + text);
        }
        return '"' + text + '"';
    }
}
