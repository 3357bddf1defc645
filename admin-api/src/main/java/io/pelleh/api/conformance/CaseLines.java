package io.pelleh.api.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Which lines of its basket an action of a case takes something off: as its pattern will find them. */
final class CaseLines {

    private CaseLines() {}

    /** Whether there is a line that both take something off. */
    static boolean meet(PromotionCase asked, CaseAction one, CaseAction other) {
        return lines(asked, one).stream().anyMatch(lines(asked, other)::contains);
    }

    private static List<String> lines(PromotionCase asked, CaseAction action) {
        boolean all = !action.ofLines() || action.type().equals("buy_get");
        List<String> skus = new ArrayList<>();
        for (JsonNode line : asked.basket().path("lines")) {
            boolean sold = action.lessOnSale() && line.path("on_sale").asBoolean(false);
            if (all || (!sold && matches(action.filter(), line))) {
                skus.add(line.path("sku").asString(""));
            }
        }
        return skus;
    }

    private static boolean matches(JsonNode filter, JsonNode line) {
        List<String> categories = PromotionCase.texts(line.path("categories"));
        BigDecimal price = new BigDecimal(line.path("unit_price").asString("0"));
        return (!filter.has("category")
                        || categories.contains(filter.path("category").asString("")))
                && (!filter.has("category_any")
                        || PromotionCase.texts(filter.path("category_any")).stream()
                                .anyMatch(categories::contains))
                && (!filter.has("skus")
                        || PromotionCase.texts(filter.path("skus"))
                                .contains(line.path("sku").asString("")))
                && (!filter.has("min_price") || price.compareTo(amount(filter, "min_price")) >= 0)
                && (!filter.has("max_price") || price.compareTo(amount(filter, "max_price")) <= 0);
    }

    private static BigDecimal amount(JsonNode filter, String name) {
        return new BigDecimal(filter.path(name).asString("0"));
    }
}
