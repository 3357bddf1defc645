package io.pelleh.api.backtest;

import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.limit.Limit.Measure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the promotions of one set of rules cost, and when those that are limited in all were used. For one thread. */
final class Books {

    private final Map<String, Cost> costs = new HashMap<>();
    private final Map<String, FirstUses> uses = new HashMap<>();
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
            granted.draws().stream()
                    .filter(draw -> inAll(rule, draw))
                    .forEach(draw -> uses.computeIfAbsent(rule.id(), id -> new FirstUses(draw.limit()))
                            .add(decision.decidedAt()));
        }
    }

    /** Only the limit of a promotion's own uses for ever is kept to; others are granted without end. */
    private static boolean inAll(Rule rule, Draw draw) {
        Counter counter = draw.counter();
        return draw.of() == Measure.USES
                && draw.bounded()
                && counter.period().isEmpty()
                && counter.id().equals(rule.id());
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
        more.uses.forEach((id, times) ->
                uses.computeIfAbsent(id, i -> new FirstUses(times.limit())).add(times));
    }

    Map<String, Cost> costs() {
        return costs;
    }

    Map<String, FirstUses> uses() {
        return uses;
    }
}
