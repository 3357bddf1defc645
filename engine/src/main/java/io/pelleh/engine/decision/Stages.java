package io.pelleh.engine.decision;

import io.pelleh.engine.customer.Rung;
import io.pelleh.engine.customer.Scores;
import io.pelleh.engine.customer.Standing;
import io.pelleh.engine.facts.Customer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs the stages that say where a customer stands: scoring, segments, ladder, tiers, each seeing the one before. */
final class Stages {

    private final RuleSet rules;
    private final Instant now;

    Stages(RuleSet rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    /** Where the customer stands by the rules now. */
    Standing standing(Customer customer, Standing before) {
        Standing scored = with(before, scores(customer));
        Standing segmented = with(scored, segments(customer.with(scored)));
        Standing placed = with(segmented, rung(customer.with(segmented)));
        return with(placed, tier(customer.with(placed)));
    }

    /** The first rule that holds in a dimension gives its score. */
    private Scores scores(Customer customer) {
        Map<Ask.Dimension, Integer> found = new EnumMap<>(Ask.Dimension.class);
        for (Proposal proposal : rules.evaluate(Stage.SCORING, customer)) {
            if (proposal.ask() instanceof Ask.Score score) {
                found.putIfAbsent(score.dimension(), score.score());
            }
        }
        return new Scores(
                found.getOrDefault(Ask.Dimension.LOYALTY, 0),
                found.getOrDefault(Ask.Dimension.FREQUENCY, 0),
                found.getOrDefault(Ask.Dimension.RECENCY, 0),
                found.getOrDefault(Ask.Dimension.MONETARY, 0));
    }

    /** Each rule set of segments contributes the first of its rules that holds. */
    private List<String> segments(Customer customer) {
        List<String> found = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        for (Proposal proposal : rules.evaluate(Stage.SEGMENTS, customer)) {
            String ruleSet = proposal.rule().ruleSet();
            if (proposal.ask() instanceof Ask.Segment segment
                    && !answered.contains(ruleSet)
                    && !found.contains(segment.name())) {
                answered.add(ruleSet);
                found.add(segment.name());
            }
        }
        return found;
    }

    /** The highest rung that a rule finds. */
    private Rung rung(Customer customer) {
        Rung highest = Rung.SUSPECT;
        for (Proposal proposal : rules.evaluate(Stage.LADDER, customer)) {
            if (proposal.ask() instanceof Ask.Place place && place.rung().step() > highest.step()) {
                highest = place.rung();
            }
        }
        return highest;
    }

    /** The highest tier that a rule finds, by the order of the release; empty for none. */
    private String tier(Customer customer) {
        String highest = "";
        for (Proposal proposal : rules.evaluate(Stage.TIERS, customer)) {
            if (proposal.ask() instanceof Ask.Tier tier && height(tier.name()) > height(highest)) {
                highest = tier.name();
            }
        }
        return highest;
    }

    private int height(String tier) {
        return rules.tiers().indexOf(tier);
    }

    private Standing with(Standing s, Scores scores) {
        return new Standing(
                s.rung(), s.rungSince(), s.tier(), s.tierSince(), s.tierUntil(), scores, s.segments(), rules.release());
    }

    private static Standing with(Standing s, List<String> segments) {
        return new Standing(
                s.rung(), s.rungSince(), s.tier(), s.tierSince(), s.tierUntil(), s.scores(), segments, s.release());
    }

    private Standing with(Standing s, Rung rung) {
        Instant since = rung == s.rung() ? s.rungSince() : now;
        return new Standing(rung, since, s.tier(), s.tierSince(), s.tierUntil(), s.scores(), s.segments(), s.release());
    }

    private Standing with(Standing s, String tier) {
        Instant since = tier.equals(s.tier()) ? s.tierSince() : now;
        return new Standing(s.rung(), s.rungSince(), tier, since, s.tierUntil(), s.scores(), s.segments(), s.release());
    }
}
