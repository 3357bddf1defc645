package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.decision.Refusal.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Promotions of a lane that are given together, in the order in which they are added: nothing is taken off twice. */
final class Together {

    /** Most money off, then most points, then what begins with the higher priority, then with the smaller id. */
    private static final Comparator<Together> BEST = Comparator.comparingLong(Together::moneyOff)
            .thenComparingLong(Together::points)
            .thenComparingInt(t -> t.first().priority())
            .reversed()
            .thenComparing(t -> t.first().id());

    private final Refusals refusals;
    private final Lane.Sees sees;
    private final Bounds bounds;
    private final List<Candidate> granted = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private @Nullable Goods left;
    private long allowance;

    /** @param goods as the lane found them, or null where there is no basket */
    Together(Refusals refusals, Lane.Sees sees, @Nullable Goods goods, Bounds bounds) {
        this.refusals = refusals;
        this.sees = sees;
        this.left = goods;
        this.bounds = bounds;
        this.allowance = bounds.allowance();
    }

    /** The campaign whose promotions give most together; the others are refused. A promotion of none stands for itself. */
    static Together bestCampaign(List<Candidate> inTurn, Supplier<Together> nothing) {
        Map<String, Together> campaigns = new LinkedHashMap<>();
        for (Candidate candidate : inTurn) {
            Rule rule = candidate.rule();
            String name = rule.campaign().isEmpty() ? rule.id() : rule.campaign();
            campaigns.computeIfAbsent(name, of -> nothing.get()).add(candidate);
        }
        List<Together> inOrder = campaigns.values().stream().sorted(BEST).toList();
        Together best = inOrder.isEmpty() ? nothing.get() : inOrder.getFirst();
        inOrder.stream().skip(1).forEach(best::beats);
        return best;
    }

    private void beats(Together other) {
        refused.addAll(other.refused);
        for (Candidate loser : other.granted) {
            refused.add(Refusals.of(loser, Code.GAVE_LESS, first().id()));
        }
    }

    /** Grants one that was valued on the goods as the lane found them, unless it is kept out or nothing is left for it. */
    void add(Candidate candidate) {
        Optional<Refusal> kept = refusals.keptOut(candidate, granted);
        Goods rest = left;
        if (rest != null) {
            fit(candidate, rest);
        }
        if (kept.isEmpty() && candidate.empty()) {
            kept = Optional.of(Refusals.of(candidate, Code.NOTHING_TO_DISCOUNT, ""));
        }
        if (kept.isPresent()) {
            refused.add(kept.get());
            return;
        }
        granted.add(candidate);
        allowance -= candidate.discount();
        left = rest == null ? null : rest.less(candidate.lines(), candidate.shipping());
    }

    private void fit(Candidate candidate, Goods rest) {
        if (sees == Lane.Sees.LEFT && !granted.isEmpty()) {
            candidate.value(rest, new Bounds(bounds.fullShipping(), allowance, bounds.rounding()));
        } else {
            candidate.fit(rest, allowance);
        }
    }

    List<Candidate> granted() {
        return granted;
    }

    List<Refusal> refused() {
        return refused;
    }

    /** The rule that was given first, or one that stands for none. */
    private Rule first() {
        return granted.isEmpty() ? Rule.NONE : granted.getFirst().rule();
    }

    private long moneyOff() {
        return granted.stream().mapToLong(Candidate::moneyOff).sum();
    }

    private long points() {
        return granted.stream().mapToLong(Candidate::points).sum();
    }
}
