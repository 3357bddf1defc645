package io.pelleh.api.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The conditions of a promotion, and which lines an action is about, as patterns of a rule. */
final class CaseConditions {

    private final PromotionCase asked;
    private final JsonNode promotion;
    private final CaseAction action;
    private final List<String> patterns = new ArrayList<>();
    private final List<String> customer = new ArrayList<>();
    private final List<String> basket = new ArrayList<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    CaseConditions(PromotionCase asked, JsonNode promotion, CaseAction action) {
        this.asked = asked;
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
            all.add("Item( " + String.join(", ", action.lines()) + " )");
        }
        return all;
    }

    private void basket() {
        if (promotion.has("coupon")) {
            basket.add("coupons contains "
                    + CasePatterns.quoted(promotion.path("coupon").asString()));
        }
        if (promotion.has("channels")) {
            basket.add("attributes.channel in " + CasePatterns.list(PromotionCase.texts(promotion.path("channels"))));
        }
        if (action.json().has("channel")) {
            basket.add("attributes.channel == "
                    + CasePatterns.quoted(action.json().path("channel").asString()));
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
            case "contains_category" -> exists(CasePatterns.anyCategory(PromotionCase.texts(condition.path("any_of"))));
            case "min_category_total" -> categoryTotal(condition);
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

    /** An item knows what the lines of its main category cost; lines of a further one are added up as those that match. */
    private void categoryTotal(JsonNode condition) {
        String category = condition.path("category").asString();
        String least = Long.toString(PromotionCase.minor(condition.path("value")));
        if (asked.mainCategory(category)) {
            exists("category == " + CasePatterns.quoted(category) + ", categoryTotal >= " + least);
        } else {
            together("minTotal", least, CasePatterns.anyCategory(List.of(category)));
        }
    }

    /** Lines are added up only as those that the rule itself is about. */
    private void together(String note, String least, String lines) {
        boolean own = action.lines().equals(List.of(lines));
        if (!notes.isEmpty() || (action.ofLines() && !own)) {
            throw new NotApplicable("lines are added up once in a rule, and only those that it is about");
        }
        notes.put(note, least);
        if (!own) {
            patterns.add("Item( " + lines + " )");
        }
    }

    private void pieces(JsonNode condition) {
        List<String> skus = PromotionCase.texts(condition.path("skus"));
        String least = condition.path("value").asString();
        String lines = "sku in " + CasePatterns.list(skus);
        if (skus.size() == 1 || least.equals("1")) {
            exists(lines + ", skuUnits >= " + least);
        } else {
            together("minPieces", least, lines);
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
        basket.add("attributes.customerGroup in " + CasePatterns.list(groups));
    }

    private void since(JsonNode condition) {
        String days = condition.path("value").asString();
        boolean required = condition.path("requires_previous_order").asBoolean(false);
        customer.add(required ? "orders > 0, recencyDays > " + days : "orders == 0 || recencyDays > " + days);
    }
}
