package io.pelleh.api.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a case may say: whatever stands beside it makes the case not applicable, so that nothing is passed over. */
final class CaseSchema {

    private static final Set<String> CASE = Set.of(
            "id",
            "visibility",
            "topic",
            "source",
            "currency",
            "price_basis",
            "basket",
            "steps",
            "customer",
            "channel",
            "now",
            "coupons_entered",
            "history",
            "promotions",
            "expect",
            "match");
    private static final Set<String> LINE =
            Set.of("sku", "unit_price", "qty", "categories", "min_price", "on_sale", "price_before_sale");
    private static final Set<String> CUSTOMER =
            Set.of("group", "placed_orders", "cancelled_orders", "completed_orders");
    private static final Set<String> EXPECT = Set.of(
            "order_total",
            "discount_total",
            "shipping_total",
            "lines",
            "line_discounts_multiset",
            "by_promotion",
            "applied",
            "rejected",
            "eligible",
            "coupon_accepted");
    private static final Set<String> MATCH = Set.of("", "exact", "multiset", "sum-exact, lines +-0.01");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DAY = Pattern.compile("now[+-][0-9]{1,4}d|[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONTHS = Pattern.compile("now-[0-9]{1,3} months?");

    private final PromotionCase asked;

    CaseSchema(PromotionCase asked) {
        this.asked = asked;
    }

    /** @throws NotApplicable naming the first thing that has no meaning here */
    void check() {
        only(asked.json(), CASE, "the case");
        like(DAY, asked.json(), "now");
        basket();
        JsonNode customer = asked.customer();
        only(customer, CUSTOMER, "the customer");
        like(WHOLE, customer, "placed_orders", "cancelled_orders");
        each(customer.path("completed_orders"), MONTHS, "completed_orders");
        asked.json().path("history").forEach(CaseSchema::history);
        for (int i = 0; i < asked.promotions(); i++) {
            new PromotionSchema(asked.promotion(i)).check();
        }
        expect();
    }

    private void basket() {
        only(asked.basket(), Set.of("lines", "shipping"), "the basket");
        like(AMOUNT, asked.basket(), "shipping");
        Set<String> skus = new TreeSet<>();
        for (JsonNode line : asked.basket().path("lines")) {
            only(line, LINE, "a line");
            like(AMOUNT, line, "unit_price", "min_price");
            like(WHOLE, line, "qty");
            if (!skus.add(line.path("sku").asString(""))) {
                throw new NotApplicable("a product stands in one line of a basket, not in several");
            }
        }
    }

    private static void history(JsonNode used) {
        only(used, Set.of("order", "coupon", "status"), "an earlier order");
        oneOf(used, "status", Set.of("placed", "cancelled"));
    }

    private void expect() {
        only(asked.expect(), EXPECT, "what is expected");
        like(AMOUNT, asked.expect(), "order_total", "discount_total", "shipping_total");
        each(asked.expect().path("line_discounts_multiset"), AMOUNT, "line_discounts_multiset");
        for (JsonNode line : asked.expect().path("lines")) {
            only(line, Set.of("sku", "discount", "unit_discounts"), "an expected line");
            like(AMOUNT, line, "discount");
            each(line.path("unit_discounts"), AMOUNT, "unit_discounts");
        }
        if (!MATCH.contains(asked.json().path("match").asString(""))) {
            throw new NotApplicable("there is no match " + asked.json().path("match"));
        }
        Stream<String> named = Stream.of(
                        asked.expect().path("by_promotion").propertyNames().stream(),
                        PromotionCase.texts(asked.expect().path("applied")).stream(),
                        PromotionCase.texts(asked.expect().path("rejected")).stream()
                                .map(CaseCheck::rejectedName))
                .flatMap(names -> names);
        List<String> known = asked.names();
        named.filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new NotApplicable("the case has no promotion " + name + ", which it expects something of");
        });
    }

    /** Refuses a member that is none of these; a remark may stand anywhere. */
    static void only(JsonNode object, Set<String> known, String where) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name) && !name.equals("note")) {
                throw new NotApplicable(where + " has no " + name);
            }
        }
    }

    static void amounts(JsonNode object, String... names) {
        like(AMOUNT, object, names);
    }

    static void counts(JsonNode object, String... names) {
        like(WHOLE, object, names);
    }

    static void days(JsonNode object, String... names) {
        like(DAY, object, names);
    }

    static void oneOf(JsonNode object, String name, Set<String> known) {
        if (object.has(name) && !known.contains(object.path(name).asString(""))) {
            throw new NotApplicable("there is no " + name + " " + object.path(name));
        }
    }

    /** Thresholds and what counts from each on. */
    static void tiers(Map.Entry<String, JsonNode> tier) {
        if (!AMOUNT.matcher(tier.getKey()).matches()
                || !AMOUNT.matcher(tier.getValue().asString("")).matches()) {
            throw new NotApplicable("a tier is from an amount on, not " + tier);
        }
    }

    private static void like(Pattern pattern, JsonNode object, String... names) {
        for (String name : names) {
            if (object.has(name)
                    && !pattern.matcher(object.path(name).asString("")).matches()) {
                throw new NotApplicable(name + " cannot be " + object.path(name));
            }
        }
    }

    private static void each(JsonNode list, Pattern pattern, String name) {
        for (JsonNode one : list) {
            if (!pattern.matcher(one.asString("")).matches()) {
                throw new NotApplicable(name + " cannot have " + one);
            }
        }
    }
}
