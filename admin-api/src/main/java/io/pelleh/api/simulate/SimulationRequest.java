package io.pelleh.api.simulate;

import io.pelleh.api.checkout.GoodsReader;
import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Instants;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a simulation is asked.
 *
 * @param who the customer, real or made up
 * @param goods the basket, or null where an event is simulated
 * @param event a CloudEvent, or null
 * @param whyNot promotions to be explained at most
 */
record SimulationRequest(
        RuleChoice before,
        RuleChoice after,
        Who who,
        @Nullable Goods goods,
        boolean closed,
        @Nullable JsonNode event,
        int whyNot) {

    private static final Set<String> MEMBERS = Set.of("before", "after", "customer", "basket", "event", "whyNot");
    private static final Set<String> WHO = Set.of("id", "at", "given");
    private static final int MAX_ID = 128;
    private static final int MAX_WHY_NOT = 500;
    private static final int WHY_NOT = 50;

    /**
     * A customer by id, as it is now or was; or one told in the words of the scenarios; neither for a guest.
     *
     * @param given words and values as they stand in a scenario's {@code given}, or null
     */
    record Who(
            @Nullable String id,
            @Nullable Instant at,
            @Nullable Map<String, Object> given) {}

    /** The same with other rules to compare with. */
    SimulationRequest with(RuleChoice other) {
        return new SimulationRequest(before, other, who, goods, closed, event, whyNot);
    }

    static SimulationRequest read(Program program, JsonNode tree) {
        Faults faults = new Faults();
        Fields body = Fields.of(tree, faults);
        body.only(MEMBERS);
        Who who = who(body, tree);
        Fields basket = body.object("basket");
        if ((basket == null) == (tree.get("event") == null)) {
            body.fault("basket", "one_of", "a basket or an event is expected, not both");
        }
        boolean closed = basket == null
                || !tree.get("basket").path("closed").isBoolean()
                || tree.get("basket").path("closed").asBoolean();
        Goods goods = basket == null ? null : goods(program, basket);
        Long whyNot = body.wholeOrNull("whyNot", 0, MAX_WHY_NOT);
        SimulationRequest request = new SimulationRequest(
                RuleChoice.read(body, "before"),
                RuleChoice.read(body, "after"),
                who,
                goods,
                closed,
                basket == null ? tree.get("event") : null,
                whyNot == null ? WHY_NOT : whyNot.intValue());
        faults.refuseIfAny();
        return request;
    }

    private static Goods goods(Program program, Fields basket) {
        Set<String> members = new HashSet<>(GoodsReader.MEMBERS);
        members.add("closed");
        basket.only(members);
        return GoodsReader.read(program, basket);
    }

    private static Who who(Fields body, JsonNode tree) {
        Fields customer = body.object("customer");
        if (customer == null) {
            return new Who(null, null, null);
        }
        customer.only(WHO);
        String id = customer.textOrNull("id", MAX_ID);
        String at = customer.textOrNull("at", MAX_ID);
        Fields given = customer.object("given");
        if ((id == null) == (given == null)) {
            customer.fault("id", "one_of", "an id or given is expected, not both");
        }
        Instant then = at == null ? null : Instants.parse(at).orElse(null);
        if (at != null && (then == null || id == null)) {
            customer.fault("at", "invalid_time", "an instant like 2026-03-21T00:00:00Z is expected, with an id");
        }
        return new Who(
                id, then, given == null ? null : words(tree.get("customer").get("given")));
    }

    private static Map<String, Object> words(JsonNode given) {
        Map<String, Object> words = new LinkedHashMap<>();
        given.properties().forEach(word -> words.put(word.getKey(), plain(word.getValue())));
        return words;
    }

    private static Object plain(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isObject() ? words(value) : value.asString("");
    }
}
