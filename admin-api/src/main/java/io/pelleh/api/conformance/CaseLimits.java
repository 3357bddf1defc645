package io.pelleh.api.conformance;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How often a promotion of a case may still be given; what was used before the case is taken off its limits. */
final class CaseLimits {

    private final JsonNode promotion;

    CaseLimits(JsonNode promotion) {
        this.promotion = promotion;
        if (!promotion.path("reusable_after_cancel").asBoolean(true)) {
            throw new NotApplicable("cancelling gives uses back, always");
        }
    }

    /** Whether nothing is left: then one use is left for somebody to take first. */
    boolean usedUp() {
        return uses() == 0;
    }

    Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        if (uses() != Long.MAX_VALUE) {
            notes.put("limit", Long.toString(Math.max(1, uses())));
        }
        if (promotion.has("coupon_per_customer_limit")) {
            notes.put(
                    "limitPerCustomer",
                    promotion.path("coupon_per_customer_limit").asString());
        }
        if (budget().path("type").asString("").equals("spend")) {
            notes.put("budget", Long.toString(Math.max(1, money("limit") - money("used"))));
        }
        return notes;
    }

    private JsonNode budget() {
        return promotion.path("campaign_budget");
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
