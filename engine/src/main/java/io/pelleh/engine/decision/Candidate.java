package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Allocation;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.facts.Attribute.Unit;
import io.pelleh.engine.facts.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One promotion in its lane: all that it asks for, and what that is worth on a basket. */
final class Candidate {

    private final Rule rule;
    private final List<Proposal> proposals = new ArrayList<>();
    private long[] lines = {};
    private long shipping;
    private long points;
    private List<Condition.Seen> needed = List.of();

    Candidate(Rule rule) {
        this.rule = rule;
    }

    /** Adds one more thing the promotion asks for. */
    void add(Proposal proposal) {
        proposals.add(proposal);
    }

    /** Works out what the promotion takes off, and the points it brings; never more than is there. */
    void value(Goods goods, Bounds bounds) {
        Cut cut = new Cut(goods, rule.terms().reach(), bounds);
        asks().forEach(cut::take);
        cut.cap();
        lines = cut.lines();
        shipping = cut.shipping();
        points = points(goods.total() - discount());
    }

    /** Values the points of a promotion that came without a basket. */
    void value() {
        points = points(0);
    }

    /** What it asks for and the lines that match, in the order of the basket; an effect on the basket once. */
    private Map<Ask, List<Integer>> asks() {
        Map<Ask, List<Integer>> asks = new LinkedHashMap<>();
        for (Proposal proposal : proposals) {
            List<Integer> matched = asks.computeIfAbsent(proposal.ask(), ask -> new ArrayList<>());
            Item item = proposal.matched().item();
            if (item != null) {
                matched.add(item.index());
            }
        }
        return asks;
    }

    private long points(long total) {
        long sum = 0;
        for (Proposal proposal : once()) {
            if (proposal.ask() instanceof Ask.PointsPer ask) {
                sum = Math.addExact(sum, Math.multiplyExact(total / ask.per(), ask.points()));
            } else if (proposal.ask() instanceof Ask.Points ask) {
                sum = Math.addExact(sum, ask.points());
            }
        }
        return sum;
    }

    /** What it asks for, each thing once however many lines match. */
    List<Proposal> once() {
        if (!rule.terms().reach().together()) {
            return proposals;
        }
        Map<Ask, Proposal> once = new LinkedHashMap<>();
        proposals.forEach(proposal -> once.putIfAbsent(proposal.ask(), proposal));
        return List.copyOf(once.values());
    }

    /** Takes no more off each line, and off shipping, than is left there. */
    void fit(Goods left, long allowance) {
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Math.min(lines[i], left.lines().get(i).room());
        }
        if (discount() > allowance) {
            lines = Allocation.largestRemainder(allowance, lines);
        }
        shipping = Math.min(shipping, left.shipping());
    }

    /** Whether it brings something that only a known customer can have. */
    boolean isPersonal() {
        return proposals.stream()
                .map(Proposal::ask)
                .anyMatch(ask ->
                        ask instanceof Ask.Points || ask instanceof Ask.PointsPer || ask instanceof Ask.IssueCoupon);
    }

    /** Whether it asks for nothing but money off or points, and there is none of either. */
    boolean empty() {
        return moneyOff() == 0
                && points == 0
                && proposals.stream().map(Proposal::ask).allMatch(ask -> ask.money() || ask instanceof Ask.PointsPer);
    }

    /** Whether it asks for money off. */
    boolean asksForMoney() {
        return proposals.stream().anyMatch(proposal -> proposal.ask().money());
    }

    /** Whether anything it needs is there, or its code was given: else nobody need be told that it lacks all of that. */
    boolean begun(Goods goods) {
        Terms terms = rule.terms();
        return terms.reach().begunBy(goods) || !terms.coupon().isEmpty();
    }

    /** What is missing of what it needs, and for the matching lines together, or nothing. */
    List<Lack> missing(Goods goods) {
        Terms.Reach reach = rule.terms().reach();
        List<Lack> missing = new ArrayList<>();
        needed = reach.needs().stream().map(need -> need.seen(goods)).toList();
        for (Need need : reach.needs()) {
            need.missing(goods).ifPresent(distance -> missing.add(new Lack(need.seen(goods), distance)));
        }
        if (reach.together()) {
            long units = 0;
            long total = 0;
            for (Line line : matching(goods)) {
                units = Math.addExact(units, line.quantity());
                total = Math.addExact(total, line.amount());
            }
            if (units < reach.minPieces()) {
                missing.add(Lack.of("matching.units", Unit.COUNT, reach.minPieces(), units));
            }
            if (total < reach.minTotal()) {
                missing.add(Lack.of("matching.total", Unit.MONEY, reach.minTotal(), total));
            }
        }
        return missing;
    }

    private List<Line> matching(Goods goods) {
        TreeSet<Integer> matched = new TreeSet<>();
        for (Proposal proposal : proposals) {
            Item item = proposal.matched().item();
            if (item != null) {
                matched.add(item.index());
            }
        }
        return matched.stream().map(goods.lines()::get).toList();
    }

    /** Whether this and another promotion are not given together. */
    boolean excludes(Candidate other) {
        return rule.terms().excludes(other.rule) || other.rule.terms().excludes(rule);
    }

    Rule rule() {
        return rule;
    }

    long[] lines() {
        return lines;
    }

    long shipping() {
        return shipping;
    }

    long points() {
        return points;
    }

    long discount() {
        return Arrays.stream(lines).sum();
    }

    /** Money off, shipping included. */
    long moneyOff() {
        return discount() + shipping;
    }

    List<Condition.Seen> because() {
        List<Condition.Seen> because = new ArrayList<>(proposals.getFirst().because());
        because.addAll(needed);
        return because;
    }
}
