package io.pelleh.api.conformance;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs one case: publishes its promotions, tells what happened before, puts the checkout, compares the answer. */
final class CaseRun {

    private static final int DAYS_AGO = 60;

    private final CaseServer server;
    private final PromotionCase asked;
    private final Clock clock;
    private final String customer;

    /** @param run makes customers and checkouts of different runs different */
    CaseRun(CaseServer server, PromotionCase asked, String run) {
        this.server = server;
        this.asked = asked;
        this.clock = server.clock();
        this.customer = asked.id() + "-" + run;
    }

    CaseVerdict run() throws IOException, InterruptedException {
        try {
            Map<String, byte[]> files = new CaseFiles(asked, clock, customer.toLowerCase(Locale.ROOT)).files();
            server.publish(files);
            history();
            useUp();
            JsonNode answer = server.checkout("q-" + customer, body("open", asked.guest() ? null : customer));
            return CaseVerdict.of(asked, new CaseCheck(asked, answer).differences());
        } catch (NotApplicable e) {
            return CaseVerdict.notApplicable(asked, e.reason());
        }
    }

    private ObjectNode body(String state, @Nullable String who) {
        ObjectNode body = CaseServer.JSON.createObjectNode();
        body.put("state", state).put("currency", "USD");
        if (who != null) {
            body.put("customerId", who);
        }
        body.put("shipping", PromotionCase.minor(asked.basket().path("shipping")));
        ArrayNode lines = body.putArray("lines");
        asked.basket().path("lines").forEach(line -> line(lines.addObject(), line));
        ArrayNode coupons = body.putArray("coupons");
        asked.coupons().forEach(coupons::add);
        ObjectNode attributes = body.putObject("attributes");
        text(attributes, "channel", asked.json().path("channel"));
        text(attributes, "customerGroup", asked.customer().path("group"));
        return body;
    }

    private static void text(ObjectNode attributes, String name, JsonNode value) {
        if (value.isString()) {
            attributes.put(name, value.asString());
        }
    }

    private static void line(ObjectNode to, JsonNode line) {
        to.put("sku", line.path("sku").asString())
                .put("quantity", line.path("qty").asLong());
        to.put("unitPrice", PromotionCase.minor(line.path("unit_price")));
        if (line.has("min_price")) {
            to.put("minPrice", PromotionCase.minor(line.path("min_price")));
        }
        ArrayNode categories = to.putArray("categories");
        line.path("categories").forEach(category -> categories.add(category.asString()));
        to.putObject("attributes").put("onSale", line.path("on_sale").asBoolean(false));
    }

    /** Orders before this one, by events; orders that used a coupon, by checkouts. */
    private void history() throws IOException, InterruptedException {
        long placed = asked.customer().path("placed_orders").asLong(0);
        long cancelled = asked.customer().path("cancelled_orders").asLong(0);
        for (int i = 0; i < placed; i++) {
            order("n" + i, clock.instant().minusSeconds(86_400L * (DAYS_AGO - i)));
            if (i < cancelled) {
                server.event(event("order.cancelled", "n" + i + "-x", clock.instant(), "n" + i));
            }
        }
        List<String> completed = PromotionCase.texts(asked.customer().path("completed_orders"));
        for (String when : completed) {
            long months = Long.parseLong(when.replaceAll("\\D", ""));
            order(
                    "m" + months,
                    OffsetDateTime.now(clock)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .minusMonths(months)
                            .toInstant());
        }
        int number = 0;
        for (JsonNode used : asked.json().path("history")) {
            String checkout = "h" + number++ + "-" + customer;
            server.checkout(checkout, body("closed", customer));
            if (used.path("status").asString().equals("cancelled")) {
                server.checkout(checkout, body("cancelled", customer));
            }
        }
    }

    private void order(String id, Instant at) throws IOException, InterruptedException {
        ObjectNode event = event("order.placed", id, at, id);
        ObjectNode data = (ObjectNode) event.path("data");
        data.put("currency", "USD");
        ObjectNode line = data.putArray("lines").addObject();
        line.put("sku", "before").put("quantity", 1).put("unitPrice", 100);
        server.event(event);
    }

    private ObjectNode event(String type, String id, Instant at, String order) {
        ObjectNode event = CaseServer.JSON.createObjectNode();
        event.put("specversion", "1.0").put("id", customer + "-" + id).put("source", "/cases");
        event.put("type", type).put("time", at.toString()).put("subject", customer);
        event.putObject("data").put("orderId", customer + "-" + order);
        return event;
    }

    /** Somebody else takes the last use of what the case says is used up. */
    private void useUp() throws IOException, InterruptedException {
        boolean any = IntStream.range(0, asked.promotions())
                .anyMatch(place -> new CaseLimits(asked.promotion(place)).usedUp());
        if (any) {
            server.checkout("u-" + customer, body("closed", "other-" + customer));
        }
    }
}
