package io.pelleh.rules.why;

import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Distance;
import io.pelleh.engine.decision.Near;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Bought;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.reading.Subject;
import io.pelleh.rules.reading.Value;
import io.pelleh.rules.reading.WrittenRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The promotions of a release that one condition alone keeps from applying to a basket. It says what {@link Reasons} say,
 * and is quick enough for every quote: each comparison is held against each line once, whatever number of promotions
 * makes it. Promotions that are more than plain comparisons about one line are left out.
 */
public final class Nearby {

    /** A promotion that lacks its code is not told: whoever asks would be told the code. */
    private static final String SECRET = "basket.coupons";

    private static final int WHOLE_SHARE = 10_000;
    private static final Comparator<Found> NEAREST = Comparator.comparingLong(Found::share)
            .thenComparing(found -> found.rule().id());

    private final List<WrittenRule> promotions;
    private volatile @Nullable Checklist checklist;

    /** @param promotions in order; looked at when somebody first asks */
    public Nearby(List<WrittenRule> promotions) {
        this.promotions = List.copyOf(promotions);
    }

    /** A promotion, the comparison it lacks, and the fact that came closest. */
    private record Found(
            Rule rule,
            Compare unmet,
            Situation fact,
            @Nullable Distance distance,
            long share) {}

    /**
     * The nearest promotions, the nearest first.
     *
     * @param among those to be looked at
     * @param limit at most so many
     */
    public List<Near> of(Basket basket, Predicate<Rule> among, int limit) {
        Checklist list = list();
        if (list.entries().stream().noneMatch(entry -> among.test(entry.rule()))) {
            return List.of();
        }
        List<Found> all = new ArrayList<>();
        Marks marks = new Marks(list, basket);
        for (Checklist.Entry entry : list.entries()) {
            int fact = marks.closest(entry);
            if (fact >= 0 && inForce(entry, basket) && among.test(entry.rule())) {
                found(marks, entry, fact, all);
            }
        }
        return all.stream().sorted(NEAREST).limit(limit).map(Nearby::told).toList();
    }

    /** Whether the day is one of its days, and the basket holds what it needs, so that a condition is all it lacks. */
    private static boolean inForce(Checklist.Entry entry, Basket basket) {
        return entry.validity().covers(basket.customer().now())
                && entry.rule().terms().reach().suppliedBy(basket.goods());
    }

    private Checklist list() {
        Checklist known = checklist;
        if (known == null) {
            known = Checklist.of(promotions);
            checklist = known;
        }
        return known;
    }

    private static void found(Marks marks, Checklist.Entry entry, int number, List<Found> into) {
        Compare unmet = marks.unmet(entry, number);
        if (!unmet.attribute().path().equals(SECRET)) {
            Situation fact = marks.fact(entry, number);
            Distance distance = Judge.distance(unmet, fact);
            into.add(new Found(entry.rule(), unmet, fact, distance, share(distance, unmet)));
        }
    }

    private static long share(@Nullable Distance distance, Compare unmet) {
        if (distance == null
                || !(unmet.values().getFirst() instanceof Value.Whole(long wanted))
                || distance.missing() > Long.MAX_VALUE / WHOLE_SHARE) {
            return Long.MAX_VALUE;
        }
        return distance.missing() * WHOLE_SHARE / Math.max(1, wanted);
    }

    private static Near told(Found found) {
        Judged judged = Judge.judged(found.unmet(), found.fact());
        Condition.Seen unmet = new Condition.Seen(judged.condition(), judged.actual());
        return new Near(found.rule(), unmet, found.distance(), found.share());
    }

    /** The facts of a kind that a basket shows. */
    static List<? extends Situation> facts(Subject subject, Basket basket) {
        return switch (subject) {
            case CUSTOMER, BASKET -> List.of(basket);
            case ITEM -> basket.items();
            case BOUGHT -> Bought.of(basket);
        };
    }
}
