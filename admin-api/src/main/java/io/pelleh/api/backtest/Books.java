package io.pelleh.api.backtest;

import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Draw;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the promotions of one set of rules cost, and when those that are limited in all were used. For one thread. */
final class Books {

    private final Map<String, Cost> costs = new HashMap<>();
    private final Map<Counter, Asked> asked = new HashMap<>();
    private final Set<String> ofThisCustomer = new HashSet<>();

    /** Another customer begins, or guests. */
    void turn() {
        ofThisCustomer.clear();
    }

    void note(Decision decision, boolean guest) {
        if (decision.granted().isEmpty()) {
            return;
        }
        Set<String> winners = new HashSet<>();
        for (Granted granted : decision.granted()) {
            Rule rule = granted.rule();
            boolean first = winners.add(rule.id());
            boolean newcomer = first && !guest && ofThisCustomer.add(rule.id());
            costs.merge(rule.id(), cost(granted.effect(), first ? 1 : 0, newcomer ? 1 : 0), Cost::plus);
        }
    }

    /** Something was asked of a counter that customers share. */
    void asked(Draw draw, Instant at) {
        asked.computeIfAbsent(draw.counter(), counter -> new Asked(draw.limit()))
                .add(draw, at);
    }

    private static Cost cost(Effect effect, long granted, long customers) {
        return switch (effect) {
            case Effect.Discount e -> new Cost(granted, customers, e.amount(), 0, 0, 0);
            case Effect.ShippingDiscount e -> new Cost(granted, customers, 0, e.amount(), 0, 0);
            case Effect.PointsAwarded e -> new Cost(granted, customers, 0, 0, e.points(), 0);
            default -> new Cost(granted, customers, 0, 0, 0, 1);
        };
    }

    void add(Books more) {
        more.costs.forEach((id, cost) -> costs.merge(id, cost, Cost::plus));
        more.asked.forEach((counter, asks) ->
                asked.computeIfAbsent(counter, c -> new Asked(asks.limit())).add(asks));
    }

    Map<String, Cost> costs() {
        return costs;
    }

    /**
     * From when on counters are used up, by what was asked of them.
     *
     * @param used what was taken before the period
     */
    Spent spent(Map<Counter, Long> used) {
        Map<Counter, Instant> since = new HashMap<>();
        asked.forEach(
                (counter, asks) -> asks.over(used.getOrDefault(counter, 0L)).ifPresent(at -> since.put(counter, at)));
        return new Spent(since);
    }
}
