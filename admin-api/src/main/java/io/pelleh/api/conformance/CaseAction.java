package io.pelleh.api.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One action of a promotion as an effect of a rule.
 *
 * @param least the items total from which it is meant, minor units, or -1
 * @param below the items total below which it is meant, or -1
 * @param value amount or percent
 */
record CaseAction(JsonNode json, JsonNode promotion, long least, long below, String value) {

    /** Holds for every line. */
    static final String ANY = "quantity > 0";

    private static final int CENTS = 2;

    /** A tiered action is a rule for each tier. */
    static List<CaseAction> of(JsonNode action, JsonNode promotion) {
        if (!action.has("tiers")) {
            return List.of(new CaseAction(
                    action, promotion, -1, -1, action.path("value").asString("")));
        }
        TreeMap<Long, String> tiers = new TreeMap<>();
        action.path("tiers")
                .properties()
                .forEach(tier -> tiers.put(
                        new BigDecimal(tier.getKey()).movePointRight(CENTS).longValueExact(),
                        tier.getValue().asString()));
        List<CaseAction> actions = new ArrayList<>();
        tiers.forEach((from, value) -> {
            Long next = tiers.higherKey(from);
            actions.add(new CaseAction(action, promotion, from, next == null ? -1 : next, value));
        });
        return actions;
    }

    String type() {
        return json.path("type").asString("");
    }

    JsonNode filter() {
        return json.path("filter");
    }

    /** Whether it is about lines: of itself, or because only some lines are meant. */
    boolean ofLines() {
        return type().startsWith("item_")
                || type().startsWith("line_")
                || type().startsWith("price_")
                || type().equals("buy_get")
                || (type().startsWith("order_")
                        && (!filter().isMissingNode()
                                || lessOnSale()
                                || json.has("max_units_per_line")
                                || json.has("group_size")));
    }

    /** Whether it takes something off goods, not off shipping. */
    boolean ofGoods() {
        return !type().startsWith("shipping_");
    }

    /** Whether it is of the price before the promotion, whatever an action before it took off. */
    boolean ofFullPrice() {
        return type().startsWith("item_percent") || type().startsWith("price_");
    }

    /** Whether it is of what actions before it left. */
    boolean ofTheRest() {
        return type().startsWith("order_");
    }

    /** Whether something is said that holds for this action alone, not for the promotion. */
    boolean special() {
        return json.has("tiers") || json.has("channel") || !notes().isEmpty();
    }

    boolean lessOnSale() {
        return !promotion.path("applies_to_on_sale").asBoolean(true);
    }

    Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        if (json.has("max_amount")) {
            notes.put("atMost", Long.toString(PromotionCase.minor(json.path("max_amount"))));
        }
        if (json.has("max_units_per_line")) {
            notes.put("piecesPerLine", json.path("max_units_per_line").asString());
        }
        if (json.has("group_size")) {
            notes.put("groupsOf", json.path("group_size").asString());
        }
        return notes;
    }

    /** The effect as a rule says it. */
    String call() {
        return switch (type()) {
            case "order_fixed", "order_fixed_tiered" -> (ofLines() ? "amountOffItems(" : "amountOff(") + money() + ")";
            case "order_percent" -> (ofLines() ? "percentOffItems(" : "percentOff(") + value + ")";
            case "item_fixed" -> "amountOffEach(" + money() + ")";
            case "item_percent", "item_percent_tiered_by_order_total" -> "percentOffItem(" + value + ")";
            case "line_fixed" -> "amountOffItem(" + money() + ")";
            case "shipping_percent" -> "percentOffShipping(" + value + ")";
            case "price_fixed" -> "amountOffEach(" + money() + ")";
            case "price_percent" -> "percentOffPrice(" + value + ")";
            case "buy_get" -> buyGet();
            default -> throw new NotApplicable("there is no action " + type());
        };
    }

    /** Whether it is of an amount or a percentage of nothing. */
    boolean nothing() {
        return !value.isEmpty() && new BigDecimal(value).signum() == 0;
    }

    private long money() {
        return new BigDecimal(value).movePointRight(CENTS).longValueExact();
    }

    /** The lines it is about, as the inside of a pattern; empty for the whole basket or its shipping. */
    List<String> lines() {
        if (!ofLines()) {
            return List.of();
        }
        List<String> lines = CasePatterns.lines(type().equals("buy_get") ? json.path("buy") : filter());
        if (lessOnSale()) {
            lines.add("attributes.onSale == false");
        }
        return lines.isEmpty() ? List.of(ANY) : lines;
    }

    private String buyGet() {
        JsonNode get = json.path("get");
        String target = get.has("sku")
                ? get.path("sku").asString()
                : "category:" + get.path("category").asString();
        return "buyGetAmountOff(" + json.path("buy").path("min_qty").asString() + ", \"" + target + "\", "
                + get.path("qty").asString() + ", " + PromotionCase.minor(get.path("unit_value_off")) + ", 1)";
    }
}
