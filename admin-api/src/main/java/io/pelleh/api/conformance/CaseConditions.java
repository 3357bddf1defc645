package io.pelleh.api.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The conditions of a promotion, and which lines an action is about, as patterns of a rule. */
final class CaseConditions {

    private final JsonNode promotion;
    private final CaseAction action;
    private final List<String> patterns = new ArrayList<>();
    private final List<String> customer = new ArrayList<>();
    private final List<String> basket = new ArrayList<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    CaseConditions(JsonNode promotion, CaseAction action) {
        this.promotion = promotion;
        this.action = action;
    }

    List<String> patterns() {
        promotion.path("conditions").forEach(this::condition);
        basket();
        if (basket.isEmpty()) {
            basket.add("units > 0");
        }
        List<String> all = new ArrayList<>();
        if (!customer.isEmpty()) {
            all.add("Customer( " + String.join(", ", customer) + " )");
        }
        all.add("Basket( " + String.join(", ", basket) + " )");
        all.addAll(patterns);
        if (action.ofLines()) {
            all.add("Item( " + String.join(", ", lines()) + " )");
        }
        return all;
    }

    private void basket() {
        if (promotion.has("coupon")) {
            basket.add("coupons contains " + quoted(promotion.path("coupon").asString()));
        }
        if (promotion.has("channels")) {
            basket.add("attributes.channel in " + list(PromotionCase.texts(promotion.path("channels"))));
        }
        if (action.json().has("channel")) {
            basket.add("attributes.channel == "
                    + quoted(action.json().path("channel").asString()));
        }
        if (action.least() > 0) {
            basket.add("total >= " + action.least());
        }
        if (action.below() > 0) {
            basket.add("total < " + action.below());
        }
    }

    private void condition(JsonNode condition) {
        String type = condition.path("type").asString("");
        switch (type) {
            case "min_quantity" ->
                basket.add("units >= " + condition.path("value").asString());
            case "min_items_total" -> basket.add("total >= " + PromotionCase.minor(condition.path("value")));
            case "min_quantity_of" -> pieces(condition);
            case "contains_category" -> exists(anyCategory(PromotionCase.texts(condition.path("any_of"))));
            case "min_category_total" ->
                exists("category == " + quoted(condition.path("category").asString()) + ", categoryTotal >= "
                        + PromotionCase.minor(condition.path("value")));
            case "customer_group" -> group(condition);
            case "nth_order" -> {
                customer.add("guest == false");
                customer.add("orders == " + (condition.path("value").asLong() - 1));
            }
            case "last_order_older_than_days" -> since(condition);
            default -> throw new NotApplicable("there is no condition " + type);
        }
    }

    private void exists(String inside) {
        patterns.add("exists( Item( " + inside + " ) )");
    }

    /** Several products are counted together only as the lines that the rule itself is about. */
    private void pieces(JsonNode condition) {
        List<String> skus = PromotionCase.texts(condition.path("skus"));
        String least = condition.path("value").asString();
        if (skus.size() == 1 || least.equals("1")) {
            exists("sku in " + list(skus) + ", skuUnits >= " + least);
        } else if (action.ofLines() || notes.containsKey("minPieces")) {
            throw new NotApplicable("pieces of several products are counted together once, and not beside a filter");
        } else {
            notes.put("minPieces", least);
            patterns.add("Item( sku in " + list(skus) + " )");
        }
    }

    /** Terms that conditions need. */
    Map<String, String> notes() {
        return notes;
    }

    private void group(JsonNode condition) {
        List<String> groups = condition.has("any_of")
                ? PromotionCase.texts(condition.path("any_of"))
                : List.of(condition.path("value").asString());
        basket.add("attributes.customerGroup in " + list(groups));
    }

    private void since(JsonNode condition) {
        String days = condition.path("value").asString();
        boolean required = condition.path("requires_previous_order").asBoolean(false);
        customer.add(required ? "orders > 0, recencyDays > " + days : "orders == 0 || recencyDays > " + days);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        JsonNode filter = action.type().equals("buy_get") ? action.json().path("buy") : action.filter();
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
        if (action.lessOnSale()) {
            lines.add("attributes.onSale == false");
        }
        return lines.isEmpty() ? List.of("quantity > 0") : lines;
    }

    private static String anyCategory(List<String> names) {
        return names.stream().map(name -> "categories contains " + quoted(name)).collect(Collectors.joining(" || "));
    }

    private static String list(List<String> texts) {
        return texts.stream().map(CaseConditions::quoted).collect(Collectors.joining(", ", "( ", " )"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "").replace("\\", "") + '"';
    }
}
