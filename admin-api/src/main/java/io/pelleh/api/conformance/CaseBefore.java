package io.pelleh.api.conformance;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was used before a case. Counters belong to a promotion's id, so a release before the case's own has the same
 * promotions with the same limits, each under a code of its own instead of its conditions, and checkouts that are closed
 * with these codes use them.
 */
final class CaseBefore {

    private static final String CODE = "used-before-";

    private final CaseServer server;
    private final PromotionCase asked;
    private final String customer;

    CaseBefore(CaseServer server, PromotionCase asked, String customer) {
        this.server = server;
        this.asked = asked;
        this.customer = customer;
    }

    /** Whether a rule is redeemed before, whatever its conditions are. */
    static String pattern(int place) {
        return "Basket( coupons contains \"" + CODE + place + "\" )";
    }

    /** Takes what was used; nothing where nothing was. */
    void play(Map<String, byte[]> before) throws IOException, InterruptedException {
        boolean drawn = false;
        for (int place = 0; place < asked.promotions(); place++) {
            drawn |= new CaseLimits(asked.promotion(place)).drawn() > 0;
        }
        JsonNode history = asked.json().path("history");
        if (!drawn && history.isEmpty()) {
            return;
        }
        server.publish(before);
        for (int number = 0; number < history.size(); number++) {
            order(number, history.get(number));
        }
        for (int place = 0; place < asked.promotions(); place++) {
            if (new CaseLimits(asked.promotion(place)).drawn() > 0) {
                server.checkout("u" + place + "-" + customer, body("closed", "other-" + customer, List.of(place)));
            }
        }
    }

    private void order(int number, JsonNode used) throws IOException, InterruptedException {
        String code = used.path("coupon").asString("");
        List<Integer> redeemed = asked.applied().stream()
                .filter(place ->
                        asked.promotion(place).path("coupon").asString("").equals(code))
                .toList();
        String checkout = "h" + number + "-" + customer;
        server.checkout(checkout, body("closed", customer, redeemed));
        if (used.path("status").asString("").equals("cancelled")) {
            server.checkout(checkout, body("cancelled", customer, redeemed));
        }
    }

    private static ObjectNode body(String state, String who, List<Integer> redeemed) {
        ObjectNode body = CaseServer.JSON.createObjectNode();
        body.put("state", state).put("currency", "USD").put("customerId", who);
        ObjectNode line = body.putArray("lines").addObject();
        line.put("sku", "before").put("quantity", 1).put("unitPrice", 1_000_000_000_000L);
        redeemed.forEach(place -> body.withArray("coupons").add(CODE + place));
        return body;
    }
}
