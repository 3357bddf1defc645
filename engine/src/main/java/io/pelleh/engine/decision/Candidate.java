package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Allocation;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Item;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** One promotion in its lane: all that it asks for, and what that is worth on the lane's basket. */
final class Candidate {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    private final Rule rule;
    private final List<Proposal> proposals = new ArrayList<>();
    private long[] lines = {};
    private long shipping;
    private long points;

    Candidate(Rule rule) {
        this.rule = rule;
    }

    /** Adds one more thing the promotion asks for. */
    void add(Proposal proposal) {
        proposals.add(proposal);
    }

    /** Works out what the promotion takes off, and the points it brings; never more than is there. */
    void value(Basket basket) {
        Goods goods = basket.goods();
        lines = new long[goods.lines().size()];
        for (Proposal proposal : proposals) {
            switch (proposal.ask()) {
                case Ask.PercentOff percent -> percentOff(proposal, percent, goods);
                case Ask.AmountOff amount -> amountOff(proposal, amount, goods);
                case Ask.FreeShipping free -> shipping = goods.shipping();
                default -> {}
            }
        }
        points(goods.total() - discount());
    }

    private void points(long total) {
        for (Proposal proposal : proposals) {
            if (proposal.ask() instanceof Ask.PointsPer ask) {
                points = Math.addExact(points, Math.multiplyExact(total / ask.per(), ask.points()));
            } else if (proposal.ask() instanceof Ask.Points ask) {
                points = Math.addExact(points, ask.points());
            }
        }
    }

    /** Values the points of a promotion that came without a basket. */
    void value() {
        points(0);
    }

    private void percentOff(Proposal proposal, Ask.PercentOff ask, Goods goods) {
        if (ask.line()) {
            int i = lineOf(proposal);
            takeOff(i, share(left(goods, i), ask.basisPoints()));
        } else {
            spread(share(left(goods), ask.basisPoints()), goods);
        }
    }

    private void amountOff(Proposal proposal, Ask.AmountOff ask, Goods goods) {
        if (ask.line()) {
            int i = lineOf(proposal);
            takeOff(i, Math.min(ask.amount(), left(goods, i)));
        } else {
            spread(Math.min(ask.amount(), left(goods)), goods);
        }
    }

    private void spread(long amount, Goods goods) {
        long[] weights = new long[lines.length];
        Arrays.setAll(weights, i -> left(goods, i));
        long[] parts = Allocation.largestRemainder(amount, weights);
        for (int i = 0; i < parts.length; i++) {
            takeOff(i, parts[i]);
        }
    }

    private void takeOff(int line, long amount) {
        lines[line] = Math.addExact(lines[line], amount);
    }

    private long left(Goods goods, int line) {
        Line full = goods.lines().get(line);
        return full.amount() - lines[line];
    }

    private long left(Goods goods) {
        return goods.total() - discount();
    }

    private static int lineOf(Proposal proposal) {
        Item item = Objects.requireNonNull(proposal.matched().item(), "a line discount needs a condition on an item");
        return item.index();
    }

    /** Basis points of an amount, rounded half-up. */
    static long share(long amount, int basisPoints) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(WHOLE, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    boolean earnsPoints() {
        return proposals.stream().anyMatch(p -> p.ask() instanceof Ask.Points || p.ask() instanceof Ask.PointsPer);
    }

    /** Whether it asks for nothing but money off or points, and there is none of either. */
    boolean empty() {
        return moneyOff() == 0
                && points == 0
                && proposals.stream()
                        .map(Proposal::ask)
                        .allMatch(ask -> ask instanceof Ask.PercentOff
                                || ask instanceof Ask.AmountOff
                                || ask instanceof Ask.FreeShipping
                                || ask instanceof Ask.PointsPer);
    }

    Rule rule() {
        return rule;
    }

    List<Proposal> proposals() {
        return proposals;
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
        return proposals.getFirst().because();
    }
}
