package io.pelleh.api.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The conditions of a promotion, and which lines an action is about, as patterns of a rule. */
final class CaseConditions {

    private static final Pattern NAME = Pattern.compile("(?!category:|دسته:)\\S(?:[^\"(\\\\,،;؛]*[^\"(\\\\,،;؛\\s])?");

    private static final int MOST_NAMES = 50;

    private final PromotionCase asked;
    private final List<String> needs = new ArrayList<>();
    private final JsonNode promotion;
    private final CaseAction action;
    private final List<String> patterns = new ArrayList<>();
    private final List<String> customer = new ArrayList<>();
    private final List<String> basket = new ArrayList<>();

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

    /** An item knows what the lines of its main category cost; lines of a further one are added up by the rule. */
    private void categoryTotal(JsonNode condition) {
        String category = condition.path("category").asString();
        String least = Long.toString(PromotionCase.minor(condition.path("value")));
        if (asked.mainCategory(category)) {
            exists("category == " + CasePatterns.quoted(category) + ", categoryTotal >= " + least);
        } else {
            need(least + " worth of category:", List.of(category));
        }
    }

    /** @throws NotApplicable for a name that would be read as several, or as another one */
    private void need(String amount, List<String> names) {
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new NotApplicable("what is added up has no name with one of \" ( \\ , ; in it: " + name);
            }
        }
        if (names.size() > MOST_NAMES) {
            throw new NotApplicable("a rule adds up " + MOST_NAMES + " products at most");
        }
        needs.add(amount + String.join(", ", names));
    }

    private void pieces(JsonNode condition) {
        List<String> skus = PromotionCase.texts(condition.path("skus"));
        String least = condition.path("value").asString();
        if (skus.size() == 1 || least.equals("1")) {
            exists("sku in " + CasePatterns.list(skus) + ", skuUnits >= " + least);
        } else if (!least.equals("0")) {
            need(least + " pieces of ", skus.stream().distinct().toList());
        }
    }

    /** What the basket must hold, as a term of the rule; empty for nothing. */
    String needs() {
        return String.join("; ", needs);
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
