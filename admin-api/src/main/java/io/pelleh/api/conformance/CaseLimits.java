package io.pelleh.api.conformance;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How often a promotion of a case may be given, and what of it was used before the case. */
final class CaseLimits {

    private final JsonNode promotion;

    CaseLimits(JsonNode promotion) {
        this.promotion = promotion;
    }

    /** Minor units that were spent before; where uses are used up, 1 for the use that is left for somebody to take first. */
    long drawn() {
        return spend() ? Math.min(money("used"), most()) : uses() == 0 ? 1 : 0;
    }

    boolean spend() {
        return budget().path("type").asString("").equals("spend");
    }

    boolean perCustomer() {
        return promotion.has("coupon_per_customer_limit");
    }

    Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        if (uses() != Long.MAX_VALUE) {
            notes.put("limit", Long.toString(Math.max(1, uses())));
        }
        if (perCustomer()) {
            notes.put(
                    "limitPerCustomer",
                    promotion.path("coupon_per_customer_limit").asString());
        }
        if (spend()) {
            notes.put("budget", Long.toString(most()));
        }
        if (!promotion.path("reusable_after_cancel").asBoolean(true)) {
            notes.put("onReturn", "keep_uses");
        }
        return notes;
    }

    private JsonNode budget() {
        return promotion.path("campaign_budget");
    }

    private long most() {
        return Math.max(1, money("limit"));
    }

    private long money(String name) {
        return PromotionCase.minor(budget().path(name));
    }

    private long uses() {
        long uses = left(promotion, "usage_limit", "used", Long.MAX_VALUE);
        uses = left(promotion, "coupon_usage_limit", "coupon_used", uses);
        return budget().path("type").asString("").equals("usage") ? left(budget(), "limit", "used", uses) : uses;
    }

    private static long left(JsonNode of, String limit, String used, long otherwise) {
        if (!of.has(limit)) {
            return otherwise;
        }
        BigDecimal most = new BigDecimal(of.path(limit).asString("0"));
        BigDecimal had = new BigDecimal(of.path(used).asString("0"));
        return Math.min(otherwise, Math.max(0, most.subtract(had).longValue()));
    }
}
