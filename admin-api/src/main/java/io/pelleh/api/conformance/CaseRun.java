package io.pelleh.api.conformance;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** @param customer who buys, in lower-case letters, digits and dashes; nobody else's in any run */
    CaseRun(CaseServer server, PromotionCase asked, String customer) {
        this.server = server;
        this.asked = asked;
        this.clock = server.clock();
        this.customer = customer;
    }

    CaseVerdict run() throws IOException, InterruptedException {
        try {
            new CaseSchema(asked).check();
            policies();
            Map<String, byte[]> files = new CaseFiles(asked, clock, customer).files();
            new CaseBefore(server, asked, customer).play(new CaseFiles(asked, clock, customer).before());
            server.publish(files);
            history();
            JsonNode answer = server.checkout("q-" + customer, body("open", asked.guest() ? null : customer));
            return CaseVerdict.of(asked, new CaseCheck(asked, answer).differences());
        } catch (NotApplicable e) {
            return CaseVerdict.notApplicable(asked, e.reason());
        }
    }

    /** What we document otherwise. */
    private void policies() {
        List<JsonNode> got = new ArrayList<>();
        for (int place = 0; place < asked.promotions(); place++) {
            JsonNode promotion = asked.promotion(place);
            if (asked.guest() && new CaseLimits(promotion).perCustomer()) {
                throw new NotApplicable("who is not known cannot be counted, and gets no promotion that is limited so");
            }
            promotion.path("actions").forEach(action -> got.add(action.path("get")));
        }
        List<String> targets = got.stream()
                .filter(JsonNode::isObject)
                .map(get -> get.path("sku").asString("") + "\n"
                        + get.path("category").asString(""))
                .toList();
        if (targets.stream().distinct().count() < targets.size()) {
            throw new NotApplicable("what a promotion took off some pieces of a line is shared by all of them");
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

    /** Orders before this one, by events. */
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
}
