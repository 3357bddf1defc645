package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Refund.ShareBack;
import io.pelleh.engine.decision.Decision.Granted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a grant takes from a counter that has a limit, or a return gives back.
 *
 * @param counter unique in the program: the promotion's id for uses, with {@value #MONEY} behind it for money
 * @param amount uses, or minor units; below 0 when they are given back
 * @param limit what may be taken in all
 */
public record Draw(String promotion, String counter, long amount, long limit) {

    private static final String MONEY = "#money";

    /** Everything a decision takes from counters, or gives back; a promotion is one use, however much it brings. */
    public static List<Draw> of(Decision decision) {
        Map<String, Draw> draws = new LinkedHashMap<>();
        for (Granted granted : decision.granted()) {
            Rule rule = granted.rule();
            if (rule.limits().counted()) {
                draws.put(
                        rule.id(),
                        new Draw(rule.id(), rule.id(), 1, rule.limits().uses()));
            }
            if (rule.limits().budgeted()) {
                long limit = rule.limits().budget();
                Draw draw = new Draw(rule.id(), rule.id() + MONEY, money(granted.effect()), limit);
                draws.merge(draw.counter(), draw, Draw::plus);
            }
        }
        decision.refund().stream()
                .flatMap(refund -> refund.shares().stream())
                .flatMap(Draw::back)
                .forEach(draw -> draws.merge(draw.counter(), draw, Draw::plus));
        return List.copyOf(draws.values());
    }

    /** What a return gives back to the counters it was taken from, whatever their limit is now. */
    private static Stream<Draw> back(ShareBack share) {
        String promotion = share.promotion();
        Stream<Draw> use = share.released().inAll()
                ? Stream.of(new Draw(promotion, promotion, -1, Long.MAX_VALUE))
                : Stream.empty();
        return share.budget() == 0
                ? use
                : Stream.concat(
                        use, Stream.of(new Draw(promotion, promotion + MONEY, -share.budget(), Long.MAX_VALUE)));
    }

    private static long money(Effect effect) {
        return switch (effect) {
            case Effect.Discount discount -> discount.amount();
            case Effect.ShippingDiscount discount -> discount.amount();
            default -> 0;
        };
    }

    /** Both together. */
    public Draw plus(Draw other) {
        return new Draw(promotion, counter, Math.addExact(amount, other.amount), Math.min(limit, other.limit));
    }

    /** Whether more is asked for than is left. */
    public boolean exceeds(long used) {
        return amount > 0 && amount > limit - used;
    }

    /** Uses of its promotion that are left when it exceeds: none where money is lacking. */
    public long usesLeft(long used) {
        return counter.endsWith(MONEY) ? 0 : Math.max(0, limit - used);
    }
}
