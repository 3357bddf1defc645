package io.pelleh.rules.analysis;

import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Ask.Off;
import io.pelleh.engine.decision.Terms.Reach;
import io.pelleh.rules.analysis.Finding.Kind;
import java.util.List;

/** Promotions of one lane: those that another always beats, by the order in which the engine compares them. */
final class Race {

    private final Findings findings;

    Race(Findings findings) {
        this.findings = findings;
    }

    void check(List<Placed> lane) {
        Neighbours all = new Neighbours();
        lane.forEach(all::add);
        for (Placed rule : lane) {
            if (!findings.dead(rule)) {
                all.near(rule).stream()
                        .filter(other -> !other.id().equals(rule.id()) && beats(other, rule) && other.covers(rule))
                        .findFirst()
                        .ifPresent(winner -> tell(winner, rule));
            }
        }
    }

    private void tell(Placed winner, Placed rule) {
        boolean twin =
                winner.same(rule) && winner.rule().asks().equals(rule.rule().asks());
        findings.add(
                twin ? Kind.DUPLICATE : Kind.NEVER_WINS,
                rule,
                List.of(winner),
                twin
                        ? new Said(
                                rule.name() + " says the same as " + winner.name(),
                                "«" + rule.name() + "» همان «" + winner.name() + "» است")
                        : new Said(
                                rule.name() + " never wins its lane: " + winner.name()
                                        + " holds too and gives as much or more",
                                "«" + rule.name() + "» هرگز در مسیر خود برنده نمی‌شود: «" + winner.name()
                                        + "» هم برقرار است و کمتر نمی‌دهد"));
    }

    /** Whether one wins wherever both hold. */
    private static boolean beats(Placed one, Placed other) {
        var limits = one.rule().rule().limits();
        boolean whole = one.rule().rule().terms().reach().equals(Reach.ALL);
        if (limits.any() || !whole) {
            return false;
        }
        List<Ask> mine = one.rule().asks();
        List<Ask> theirs = other.rule().asks();
        boolean equal = mine.equals(theirs);
        if (!equal && (mine.size() != 1 || theirs.size() != 1)) {
            return false;
        }
        int more = equal ? 0 : more(mine.getFirst(), theirs.getFirst());
        return more > 0 || (more == 0 && first(one, other));
    }

    private static boolean first(Placed one, Placed other) {
        int priority = Integer.compare(
                one.rule().rule().priority(), other.rule().rule().priority());
        return priority > 0 || (priority == 0 && one.id().compareTo(other.id()) < 0);
    }

    /** Above 0 when one gives more, 0 when as much, below when less or nobody knows. */
    private static int more(Ask one, Ask other) {
        return switch (one) {
            case Ask.PercentOff a
            when other instanceof Ask.PercentOff b && a.off() == b.off() ->
                Integer.compare(a.basisPoints(), b.basisPoints());
            case Ask.PercentOff a
            when other instanceof Ask.PercentOff b
                    && a.off() == Off.BASKET
                    && b.off().ofLines() -> a.basisPoints() > b.basisPoints() ? 1 : -1;
            case Ask.AmountOff a
            when other instanceof Ask.AmountOff b && a.off() == b.off() -> Long.compare(a.amount(), b.amount());
            case Ask.Points a when other instanceof Ask.Points b -> Long.compare(a.points(), b.points());
            case Ask.PointsPer a
            when other instanceof Ask.PointsPer b && a.per() == b.per() -> Long.compare(a.points(), b.points());
            case Ask.FreeShipping a when other instanceof Ask.FreeShipping -> 0;
            default -> offer(one) && offer(other) ? 0 : -1;
        };
    }

    private static boolean offer(Ask ask) {
        return ask instanceof Ask.Upsell
                || ask instanceof Ask.CrossSell
                || ask instanceof Ask.WinBack
                || ask instanceof Ask.IssueCoupon
                || ask instanceof Ask.Message;
    }
}
