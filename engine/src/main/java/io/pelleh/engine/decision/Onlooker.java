package io.pelleh.engine.decision;

import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.campaign.Split;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Situation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rules that remember which basket they were asked about, to say afterwards what it came near to. For one decision. */
public final class Onlooker implements ForwardingRuleSet {

    /** Promotions that are told. */
    public static final int MOST = 5;

    private final RuleSet rules;
    private @Nullable Basket opening;

    public Onlooker(RuleSet rules) {
        this.rules = rules;
    }

    @Override
    public RuleSet rules() {
        return rules;
    }

    @Override
    public long placedSince() {
        return rules.placedSince();
    }

    @Override
    public List<Proposal> evaluate(Stage stage, Situation situation) {
        if (stage == Stage.PROMOTIONS && opening == null) {
            opening = situation.basket();
        }
        return rules.evaluate(stage, situation);
    }

    /**
     * The promotions that one condition alone, or one thing they need, kept out of a decision, the nearest first, at most
     * {@value #MOST}. Each is held against what its own lane saw: the basket as the lanes before left it.
     */
    public List<Near> nearest(Decision decision) {
        return opening == null ? List.of() : nearest(opening, decision);
    }

    private List<Near> nearest(Basket first, Decision decision) {
        List<Near> near = new ArrayList<>(needy(decision));
        Set<String> told = told(decision);
        Set<String> lanes = new HashSet<>();
        Basket basket = first;
        for (Lane lane : lanes()) {
            lanes.add(lane.name());
            Basket left = left(basket, lane, decision);
            if (left != basket) {
                near.addAll(rules.near(basket, among(lanes, told, decision), MOST));
                lanes = new HashSet<>();
                basket = left;
            }
        }
        if (!lanes.isEmpty()) {
            near.addAll(rules.near(basket, among(lanes, told, decision), MOST));
        }
        return near.stream().sorted(Near.NEAREST).limit(MOST).toList();
    }

    /** Those whose conditions held, and that lacked one thing they need. */
    private static List<Near> needy(Decision decision) {
        List<Near> near = new ArrayList<>();
        for (Refusal refusal : decision.refusals()) {
            Distance distance = refusal.distance();
            if (distance == null || refusal.code() != Refusal.Code.CONDITIONS_NOT_MET) {
                continue;
            }
            Condition.Seen unmet = refusal.because().getFirst();
            refusal.rule().terms().reach().needs().stream()
                    .filter(need -> need.condition().equals(unmet.condition()))
                    .forEach(need -> near.add(new Near(refusal.rule(), unmet, distance, need.share(distance))));
        }
        return near;
    }

    /** Promotions of which the decision says enough. */
    private static Set<String> told(Decision decision) {
        Set<String> told = new HashSet<>();
        decision.granted().forEach(granted -> told.add(granted.rule().id()));
        decision.refusals().stream()
                .filter(refusal -> refusal.code() != Refusal.Code.CONDITIONS_NOT_MET)
                .forEach(refusal -> told.add(refusal.rule().id()));
        return told;
    }

    private Predicate<Rule> among(Set<String> lanes, Set<String> told, Decision decision) {
        return rule ->
                lanes.contains(rule.lane()) && !told.contains(rule.id()) && !rules.paused(rule) && open(rule, decision);
    }

    /** Whether the campaign runs, and is for this customer: where not all get the same, only if that is certain. */
    private boolean open(Rule rule, Decision decision) {
        Campaign campaign = rule.campaign().isEmpty() ? null : rules.campaign(rule.campaign());
        Basket basket = opening;
        return campaign == null
                || basket == null
                || (campaign.schedule().runs(decision.decidedAt())
                        && campaign.audience().lacks(basket.customer()).isEmpty()
                        && (!campaign.split().any() || given(campaign, rule, decision)));
    }

    private static boolean given(Campaign campaign, Rule rule, Decision decision) {
        return decision.changes().stream()
                .anyMatch(change -> change instanceof Effect.ArmAssigned(String name, String arm)
                        && name.equals(campaign.name())
                        && !arm.equals(Split.HELD_OUT)
                        && !campaign.split().withholds(arm, rule.id()));
    }

    /** The basket as a lane left it; the very same where it took nothing off. */
    private static Basket left(Basket basket, Lane lane, Decision decision) {
        Goods left = basket.goods();
        boolean less = false;
        for (Granted granted : decision.granted()) {
            if (granted.rule().lane().equals(lane.name()) && money(granted.effect())) {
                left = left(left, granted.effect());
                less = true;
            }
        }
        return less ? basket.with(left) : basket;
    }

    private static boolean money(Effect effect) {
        return effect instanceof Effect.Discount || effect instanceof Effect.ShippingDiscount;
    }

    private static Goods left(Goods goods, Effect effect) {
        return switch (effect) {
            case Effect.Discount e ->
                goods.less(e.lines().stream().mapToLong(Long::longValue).toArray(), 0);
            case Effect.ShippingDiscount e -> goods.less(new long[goods.lines().size()], e.amount());
            default -> goods;
        };
    }
}
