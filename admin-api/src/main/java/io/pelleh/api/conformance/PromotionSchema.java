package io.pelleh.api.conformance;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a promotion of a case may say. */
final class PromotionSchema {

    private static final Set<String> PROMOTION = Set.of(
            "name",
            "conditions",
            "actions",
            "priority",
            "exclusive",
            "best_of_group",
            "coupon",
            "coupon_valid_until",
            "coupon_usage_limit",
            "coupon_used",
            "coupon_per_customer_limit",
            "reusable_after_cancel",
            "usage_limit",
            "used",
            "valid_from",
            "valid_until",
            "channels",
            "applies_to_on_sale",
            "campaign_budget");
    private static final Map<String, Set<String>> CONDITIONS = Map.of(
            "min_quantity", Set.of("value"),
            "min_quantity_of", Set.of("value", "skus"),
            "min_items_total", Set.of("value"),
            "contains_category", Set.of("any_of"),
            "min_category_total", Set.of("value", "category"),
            "customer_group", Set.of("value", "any_of"),
            "nth_order", Set.of("value"),
            "last_order_older_than_days", Set.of("value", "requires_previous_order"));
    private static final Set<String> ACTION = Set.of(
            "type",
            "value",
            "filter",
            "channel",
            "max_amount",
            "max_units_per_line",
            "group_size",
            "tiers",
            "buy",
            "get");
    private static final Set<String> FILTER = Set.of("category", "category_any", "skus", "min_price", "max_price");

    private final JsonNode promotion;

    PromotionSchema(JsonNode promotion) {
        this.promotion = promotion;
    }

    void check() {
        CaseSchema.only(promotion, PROMOTION, "a promotion");
        CaseSchema.counts(promotion, "coupon_usage_limit", "coupon_used", "coupon_per_customer_limit");
        CaseSchema.counts(promotion, "usage_limit", "used");
        CaseSchema.days(promotion, "valid_from", "valid_until", "coupon_valid_until");
        JsonNode budget = promotion.path("campaign_budget");
        CaseSchema.only(budget, Set.of("type", "limit", "used"), "a budget");
        CaseSchema.oneOf(budget, "type", Set.of("spend", "usage"));
        CaseSchema.amounts(budget, "limit", "used");
        promotion.path("conditions").forEach(PromotionSchema::condition);
        promotion.path("actions").forEach(PromotionSchema::action);
    }

    private static void condition(JsonNode condition) {
        String type = condition.path("type").asString("");
        Set<String> known = CONDITIONS.get(type);
        if (known == null) {
            throw new NotApplicable("there is no condition " + type);
        }
        for (String name : condition.propertyNames()) {
            if (!known.contains(name) && !Set.of("type", "note").contains(name)) {
                throw new NotApplicable("the condition " + type + " has no " + name);
            }
        }
        if (!type.equals("customer_group")) {
            CaseSchema.amounts(condition, "value");
        }
    }

    private static void action(JsonNode action) {
        CaseSchema.only(action, ACTION, "an action");
        CaseSchema.only(action.path("filter"), FILTER, "a filter");
        CaseSchema.amounts(action.path("filter"), "min_price", "max_price");
        CaseSchema.amounts(action, "value", "max_amount");
        CaseSchema.counts(action, "max_units_per_line", "group_size");
        action.path("tiers").properties().forEach(CaseSchema::tiers);
        CaseSchema.only(action.path("buy"), Set.of("category", "sku", "min_qty"), "what is bought");
        CaseSchema.only(action.path("get"), Set.of("category", "sku", "qty", "unit_value_off"), "what is got");
        CaseSchema.counts(action.path("buy"), "min_qty");
        CaseSchema.counts(action.path("get"), "qty");
        CaseSchema.amounts(action.path("get"), "unit_value_off");
        if (action.path("type").asString("").equals("shipping_percent") && action.has("filter")) {
            throw new NotApplicable("a shipping charge is for the whole basket, not for some lines");
        }
    }
}
