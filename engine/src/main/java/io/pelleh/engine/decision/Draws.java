package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.CouponCode;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.limit.Exposure;
import io.pelleh.engine.limit.Limit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the promotions that one decision grants take from counters. */
final class Draws {

    private final Question question;
    private final Set<Counter> sold = new HashSet<>();
    private final Set<String> redeemed = new HashSet<>();

    Draws(Question question) {
        this.question = question;
    }

    /**
     * What one promotion takes.
     *
     * @param sales minor units the goods cost after all discounts; a basket counts once for each counter
     */
    List<Draw> of(Candidate winner, long sales) {
        Rule rule = winner.rule();
        List<Draw> draws = new ArrayList<>(redeemed(rule));
        for (Limit limit : rule.limits().shared()) {
            String key = key(question, rule, limit);
            if (key == null) {
                throw new IllegalStateException(rule.id() + " was granted without the key of " + limit);
            }
            Counter counter = new Counter(limit.counter(key), limit.each().key(question.program(), question.now()));
            long amount = switch (limit.of()) {
                case USES -> 1;
                case MONEY -> winner.moneyOff();
                case SALES -> sold.add(counter) ? sales : 0;
                case SHOWN -> 0;
            };
            if (amount > 0) {
                draws.add(new Draw(rule.id(), counter, limit.of(), amount, limit.amount()));
            }
        }
        return draws;
    }

    /** The least that a promotion takes from counters that may refuse it, as far as it is known whose they are. */
    static List<Draw> least(Question question, Rule rule) {
        List<Draw> draws = new ArrayList<>();
        for (Limit limit : rule.limits().shared()) {
            String key = key(question, rule, limit);
            if (limit.bounds() && limit.of() != Limit.Measure.SHOWN && key != null) {
                Counter counter = new Counter(limit.counter(key), limit.each().key(question.program(), question.now()));
                draws.add(new Draw(rule.id(), counter, limit.of(), 1, limit.amount()));
            }
        }
        return draws;
    }

    /** What a promotion that is granted shows, and may not show too often. */
    static List<Exposure> exposures(Question question, Rule rule) {
        List<Exposure> exposures = new ArrayList<>();
        for (Limit limit : rule.limits().shared()) {
            String key = limit.of() == Limit.Measure.SHOWN ? key(question, rule, limit) : null;
            if (key != null) {
                Counter counter = new Counter(limit.counter(key), limit.each().key(question.program(), question.now()));
                exposures.add(new Exposure(rule.id(), counter, limit.amount()));
            }
        }
        return exposures;
    }

    /** A use of the code of a batch that it asked for; promotions that asked for the same code share it. */
    private List<Draw> redeemed(Rule rule) {
        if (rule.terms().batches().isEmpty()) {
            return List.of();
        }
        String code = CouponCode.normal(rule.terms().coupon());
        return question.inputs().coupons().stream()
                .filter(file -> file.code().equals(code) && redeemed.add(code))
                .map(file -> file.use(rule.id()))
                .toList();
    }

    /** By what a limit knows whose count it is, or null where that is not known. */
    static @Nullable String key(Question question, Rule rule, Limit limit) {
        Goods goods = question.goods();
        Goods.Keys keys = goods == null ? Goods.Keys.NONE : goods.keys();
        return switch (limit.per()) {
            case ALL -> "";
            case CUSTOMER -> question.guest() ? null : question.before().id().value();
            case CODE -> known(rule.terms().coupon());
            case DEVICE -> known(keys.device());
            case ADDRESS -> known(keys.address());
        };
    }

    private static @Nullable String known(String key) {
        return key.isEmpty() ? null : key;
    }
}
