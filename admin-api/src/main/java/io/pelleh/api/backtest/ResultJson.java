package io.pelleh.api.backtest;

import io.pelleh.api.backtest.Rerun.Result;
import io.pelleh.api.backtest.Tally.Counts;
import io.pelleh.api.decision.DecisionJson;
import io.pelleh.api.imports.LeftOut;
import io.pelleh.api.json.Json;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.limit.Limit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What came out of a backtest, as JSON. */
final class ResultJson {

    private static final int MAX_USED_UP = 400;

    private final Request asked;
    private final @Nullable LeftOut leftOut;

    /** @param leftOut rows of files; null for the journal */
    ResultJson(Request asked, @Nullable LeftOut leftOut) {
        this.asked = asked;
        this.leftOut = leftOut;
    }

    String of(Result result) {
        byte[] bytes = Json.write(json -> {
            json.writeStartObject();
            members(json, result);
            json.writeEndObject();
        });
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void members(JsonGenerator json, Result result) {
        Tally tally = result.tally();
        counts(json, "customers", tally.customers);
        counts(json, "orders", tally.orders);
        counts(json, "guestOrders", tally.guestOrders);
        moves(json, "rungs", tally.rungs);
        moves(json, "segments", tally.segments);
        moves(json, "tiers", tally.tiers);
        json.writeObjectPropertyStart("totals");
        cost(json, "before", sum(tally.before.costs()), false);
        cost(json, "after", sum(tally.after.costs()), false);
        json.writeEndObject();
        promotions(json, tally.before.costs(), tally.after.costs());
        json.writeObjectPropertyStart("usedUp");
        spent(json, "before", result.before());
        spent(json, "after", result.after());
        json.writeEndObject();
        json.writeNumberProperty("passes", result.passes());
        json.writeArrayPropertyStart("samples");
        tally.samples().forEach(sample -> sample(json, sample));
        json.writeEndArray();
        FilesJson.rows(json, leftOut);
    }

    private static void counts(JsonGenerator json, String name, Counts counts) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("total", counts.all());
        json.writeNumberProperty("affected", counts.affected());
        json.writeEndObject();
    }

    private static void moves(JsonGenerator json, String name, Moves moves) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("moved", moves.moved());
        json.writeArrayPropertyStart("matrix");
        moves.cells()
                .forEach((from, row) -> row.forEach((to, customers) -> {
                    json.writeStartObject();
                    orNull(json, "from", from);
                    orNull(json, "to", to);
                    json.writeNumberProperty("customers", customers);
                    json.writeEndObject();
                }));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void orNull(JsonGenerator json, String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    private static Cost sum(Map<String, Cost> costs) {
        return costs.values().stream().reduce(Cost.NONE, Cost::plus);
    }

    private static void cost(JsonGenerator json, String name, Cost cost, boolean counted) {
        json.writeObjectPropertyStart(name);
        if (counted) {
            json.writeNumberProperty("granted", cost.granted());
            json.writeNumberProperty("customers", cost.customers());
        }
        json.writeNumberProperty("discount", cost.discount());
        json.writeNumberProperty("shipping", cost.shipping());
        json.writeNumberProperty("points", cost.points());
        json.writeNumberProperty("offers", cost.offers());
        json.writeEndObject();
    }

    private static void promotions(JsonGenerator json, Map<String, Cost> before, Map<String, Cost> after) {
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        json.writeArrayPropertyStart("promotions");
        for (String promotion : all) {
            json.writeStartObject();
            json.writeStringProperty("promotion", promotion);
            cost(json, "before", before.getOrDefault(promotion, Cost.NONE), true);
            cost(json, "after", after.getOrDefault(promotion, Cost.NONE), true);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void spent(JsonGenerator json, String name, Spent spent) {
        json.writeObjectPropertyStart(name);
        spent.since().entrySet().stream()
                .filter(end -> !Limit.keyed(end.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .limit(MAX_USED_UP)
                .forEach(end -> json.writeStringProperty(
                        end.getKey().toString(), end.getValue().toString()));
        json.writeEndObject();
    }

    private void sample(JsonGenerator json, Sample sample) {
        json.writeStartObject();
        json.writeStringProperty("customer", sample.customer());
        Event event = sample.event();
        if (event == null) {
            json.writeNullProperty("event");
        } else {
            json.writeObjectPropertyStart("event");
            json.writeStringProperty("type", event.type());
            json.writeStringProperty("occurredAt", event.occurredAt().toString());
            orNull(json, "orderId", event.happening().order());
            json.writeEndObject();
        }
        decisions(json, "before", Named.by(asked.before(), sample.before()));
        decisions(json, "after", Named.by(asked.after(), sample.after()));
        json.writeEndObject();
    }

    private static void decisions(JsonGenerator json, String name, List<Decision> decisions) {
        json.writeArrayPropertyStart(name);
        for (Decision decision : decisions) {
            json.writeStartObject();
            DecisionJson.members(json, decision);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
