package io.pelleh.api.simulate;

import io.pelleh.api.decision.CustomerJson;
import io.pelleh.api.decision.DecisionJson;
import io.pelleh.api.decision.DistanceJson;
import io.pelleh.api.json.Json;
import io.pelleh.api.simulate.Recorder.Look;
import io.pelleh.api.simulate.Simulation.Side;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Customer;
import io.pelleh.engine.facts.Item;
import io.pelleh.rules.reading.RuleWriter;
import io.pelleh.rules.why.Account;
import io.pelleh.rules.why.Judged;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A simulation as JSON. */
final class SimulationJson {

    private final Case asked;
    private final int whyNot;

    /** @param whyNot promotions to be explained at most */
    SimulationJson(Case asked, int whyNot) {
        this.asked = asked;
        this.whyNot = whyNot;
    }

    byte[] of(Side before, Side after) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("decidedAt", asked.now().toString());
            text(
                    json,
                    "customer",
                    asked.guest() || !asked.real() ? null : asked.start().id().value());
            side(json, "before", before);
            side(json, "after", after);
            DifferenceJson.write(json, before.decision(), after.decision());
            json.writeEndObject();
        });
    }

    private void side(JsonGenerator json, String name, Side side) {
        json.writeObjectPropertyStart(name);
        if (side.edition().release() == 0) {
            json.writeNullProperty("release");
        } else {
            json.writeNumberProperty("release", side.edition().release());
        }
        json.writeObjectPropertyStart("decision");
        DecisionJson.members(json, side.decision());
        if (asked.guest()) {
            json.writeNullProperty("customer");
        } else {
            CustomerJson.ofDecision(json, side.decision(), asked.shown());
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("trace");
        side.trace().forEach(look -> look(json, look));
        json.writeEndArray();
        whyNot(json, side.whyNot());
        json.writeEndObject();
    }

    private void look(JsonGenerator json, Look look) {
        json.writeStartObject();
        json.writeStringProperty("stage", look.stage().name().toLowerCase(Locale.ROOT));
        json.writeObjectPropertyStart("saw");
        customer(json, look.saw().customer());
        Basket basket = look.saw().basket();
        if (basket == null) {
            json.writeNullProperty("basket");
        } else {
            json.writeObjectPropertyStart("basket");
            json.writeNumberProperty("total", basket.getTotal());
            json.writeNumberProperty("units", basket.getUnits());
            json.writeNumberProperty("shipping", basket.getShipping());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("found");
        look.found().forEach(proposal -> found(json, proposal));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void customer(JsonGenerator json, Customer customer) {
        json.writeStringProperty("rung", customer.getRung());
        text(json, "tier", customer.getTier());
        json.writeArrayPropertyStart("segments");
        customer.getSegments().forEach(json::writeString);
        json.writeEndArray();
        json.writeObjectPropertyStart("scores");
        json.writeNumberProperty("loyalty", customer.getLoyaltyScore());
        json.writeNumberProperty("frequency", customer.getFrequencyScore());
        json.writeNumberProperty("recency", customer.getRecencyScore());
        json.writeNumberProperty("monetary", customer.getMonetaryScore());
        json.writeEndObject();
        json.writeNumberProperty("orders", customer.getOrders());
        json.writeNumberProperty("spent", customer.getSpent());
        json.writeNumberProperty("points", customer.getPoints());
    }

    private void found(JsonGenerator json, Proposal proposal) {
        json.writeStartObject();
        json.writeStringProperty("rule", proposal.rule().id());
        json.writeStringProperty("asks", new RuleWriter(asked.program().zone()).call(proposal.ask()));
        Item item = proposal.matched().item();
        if (item == null) {
            json.writeNullProperty("line");
        } else {
            json.writeNumberProperty("line", item.index());
        }
        json.writeEndObject();
    }

    private void whyNot(JsonGenerator json, List<Account> accounts) {
        json.writeNumberProperty("whyNotTotal", accounts.size());
        json.writeArrayPropertyStart("whyNot");
        accounts.stream().limit(whyNot).forEach(account -> account(json, account));
        json.writeEndArray();
    }

    private static void account(JsonGenerator json, Account account) {
        json.writeStartObject();
        json.writeStringProperty("promotion", account.rule().id());
        json.writeStringProperty("campaign", account.rule().campaign());
        json.writeStringProperty("lane", account.rule().lane());
        json.writeBooleanProperty("inForce", account.inForce());
        json.writeArrayPropertyStart("conditions");
        account.conditions().forEach(judged -> judged(json, judged));
        json.writeEndArray();
        DistanceJson.member(json, account.distance());
        json.writeEndObject();
    }

    private static void judged(JsonGenerator json, Judged judged) {
        json.writeStartObject();
        json.writeStringProperty("attribute", judged.condition().attribute());
        json.writeStringProperty("operator", judged.condition().operator());
        json.writeStringProperty("expected", judged.condition().expected());
        json.writeStringProperty("actual", judged.actual());
        json.writeBooleanProperty("met", judged.met());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }
}
