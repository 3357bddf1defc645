package io.pelleh.api.conformance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Holds an answer against what a case expects; what is not named is not asserted. */
final class CaseCheck {

    private final PromotionCase asked;
    private final JsonNode answer;
    private final List<String> differences = new ArrayList<>();

    CaseCheck(PromotionCase asked, JsonNode answer) {
        this.asked = asked;
        this.answer = answer;
    }

    List<String> differences() {
        JsonNode expect = asked.expect();
        JsonNode totals = answer.path("totals");
        money("order_total", totals.path("toPay").asLong());
        money("discount_total", totals.path("discount").asLong());
        money(
                "shipping_total",
                totals.path("shipping").asLong()
                        - totals.path("shippingDiscount").asLong());
        expect.path("lines").forEach(this::line);
        if (expect.has("line_discounts_multiset")) {
            multiset(expect.path("line_discounts_multiset"));
        }
        expect.path("by_promotion").properties().forEach(one -> byPromotion(one.getKey(), one.getValue()));
        if (expect.has("applied")) {
            compare("applied", PromotionCase.texts(expect.path("applied")), applied());
        }
        if (expect.has("eligible")) {
            compare("eligible", expect.path("eligible").asBoolean(), !applied().isEmpty());
        }
        if (expect.has("coupon_accepted")) {
            coupons(expect.path("coupon_accepted").asBoolean());
        }
        expect.path("rejected").forEach(one -> rejected(one.asString()));
        return differences;
    }

    private void compare(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            differences.add(what + ": expected " + expected + ", found " + found);
        }
    }

    private void money(String what, long found) {
        if (asked.expect().has(what)) {
            compare(what, PromotionCase.minor(asked.expect().path(what)), found);
        }
    }

    private void line(JsonNode expected) {
        int place = place(expected.path("sku").asString());
        long found = discounts("", place);
        long wanted = PromotionCase.minor(expected.path("discount"));
        if (Math.abs(found - wanted) > (asked.lenient() ? 1 : 0)) {
            differences.add(expected.path("sku").asString() + ": expected " + wanted + ", found " + found);
        }
        if (expected.has("unit_discounts")) {
            long quantity = asked.basket().path("lines").get(place).path("qty").asLong();
            List<Long> units = new ArrayList<>();
            expected.path("unit_discounts").forEach(unit -> units.add(PromotionCase.minor(unit)));
            Collections.sort(units);
            compare("unit_discounts", units, units(found, quantity));
        }
    }

    /** What each piece got, as docs/checkout.md defines it: what k pieces got is the rounded share of the line. */
    private static List<Long> units(long line, long quantity) {
        List<Long> units = new ArrayList<>();
        long before = 0;
        for (long k = 1; k <= quantity; k++) {
            long upTo = BigDecimal.valueOf(line * k)
                    .divide(BigDecimal.valueOf(quantity), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            units.add(upTo - before);
            before = upTo;
        }
        Collections.sort(units);
        return units;
    }

    private void multiset(JsonNode expected) {
        List<Long> wanted = new ArrayList<>();
        expected.forEach(one -> wanted.add(PromotionCase.minor(one)));
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < asked.basket().path("lines").size(); i++) {
            found.add(discounts("", i));
        }
        Collections.sort(wanted);
        Collections.sort(found);
        compare("line discounts", wanted, found);
    }

    private void byPromotion(String name, JsonNode bySku) {
        bySku.properties()
                .forEach(one -> compare(
                        name + " on " + one.getKey(),
                        PromotionCase.minor(one.getValue()),
                        discounts(campaign(name), place(one.getKey()))));
    }

    /** @param campaign one of them, or empty for all */
    private long discounts(String campaign, int line) {
        long sum = 0;
        for (JsonNode effect : answer.path("effects")) {
            if (effect.path("type").asString().equals("discount")
                    && (campaign.isEmpty() || effect.path("campaign").asString().equals(campaign))) {
                sum += effect.path("lines").get(line).asLong();
            }
        }
        return sum;
    }

    /** Names of the promotions that brought something, in the order of the answer. */
    private List<String> applied() {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode effect : answer.path("effects")) {
            String campaign = effect.path("campaign").asString("");
            names.add(asked.name(Integer.parseInt(campaign.substring(campaign.indexOf('-') + 1))));
        }
        return List.copyOf(names);
    }

    /** The promotion that {@code "name: reason"} is about. */
    static String rejectedName(String expected) {
        int colon = expected.indexOf(':');
        return colon < 0 ? expected : expected.substring(0, colon);
    }

    private void rejected(String expected) {
        String name = rejectedName(expected);
        boolean refused = false;
        for (JsonNode refusal : answer.path("refusals")) {
            refused |= refusal.path("campaign").asString("").equals(campaign(name));
        }
        if (applied().contains(name)) {
            differences.add(name + ": expected to be refused, and was given");
        } else if (!refused && differences.isEmpty()) {
            throw new NotApplicable(name + " is not given; a refusal is told of what holds or whose code was given");
        }
    }

    private void coupons(boolean accepted) {
        boolean all = true;
        for (JsonNode coupon : answer.path("coupons")) {
            all &= coupon.path("accepted").asBoolean();
        }
        compare("coupon_accepted", accepted, all && !answer.path("coupons").isEmpty());
    }

    private String campaign(String name) {
        for (int i = 0; i < asked.promotions(); i++) {
            if (asked.name(i).equals(name)) {
                return CaseFiles.campaign(i);
            }
        }
        return name;
    }

    private int place(String sku) {
        JsonNode lines = asked.basket().path("lines");
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).path("sku").asString().equals(sku)) {
                return i;
            }
        }
        throw new NotApplicable("the basket has no " + sku + ", which the case expects something of");
    }
}
