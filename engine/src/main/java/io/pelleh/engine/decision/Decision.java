package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Priced;
import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.checkout.Tax;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.points.LedgerEntry;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one event: a pure function of state, event, inputs, release and now.
 *
 * @param after the customer's state with the next version
 * @param granted what promotions brought
 * @param changes what came back of a checkout; how the customer's scores, segments, rung and tier moved
 * @param totals what the basket costs before and after, zeros when there is none
 */
public record Decision(
        Instant decidedAt,
        Release release,
        List<Granted> granted,
        List<Refusal> refusals,
        List<Effect> changes,
        List<LedgerEntry> ledger,
        Totals totals,
        CustomerState after) {

    public Decision {
        granted = List.copyOf(granted);
        refusals = List.copyOf(refusals);
        changes = List.copyOf(changes);
        ledger = List.copyOf(ledger);
    }

    /** What comes back of a checkout by it. */
    public Optional<Refund> refund() {
        return changes.stream()
                .filter(Effect.Refunded.class::isInstance)
                .map(effect -> ((Effect.Refunded) effect).refund())
                .findFirst();
    }

    /** Codes that are taken back by it. */
    public Stream<Effect.CouponWithdrawn> withdrawn() {
        return changes.stream()
                .filter(Effect.CouponWithdrawn.class::isInstance)
                .map(Effect.CouponWithdrawn.class::cast);
    }

    /** Codes that it hands out. */
    public Stream<Effect.CouponIssued> issued() {
        return granted.stream()
                .map(Granted::effect)
                .filter(Effect.CouponIssued.class::isInstance)
                .map(Effect.CouponIssued.class::cast);
    }

    /** How the price differs from what was promised, or would have been decided. */
    public Optional<Effect.PriceDiffers> difference() {
        return changes.stream()
                .filter(Effect.PriceDiffers.class::isInstance)
                .map(Effect.PriceDiffers.class::cast)
                .findFirst();
    }

    /** The release that decided, and the versions of the rule sets in it. */
    public record Release(long number, Map<String, Long> versions) {}

    /**
     * An effect and the promotion that brought it, with its reasons.
     *
     * @param draws what the promotion took from counters, with its first effect
     */
    public record Granted(Rule rule, Effect effect, List<Condition.Seen> because, List<Draw> draws) {

        public Granted {
            because = List.copyOf(because);
            draws = List.copyOf(draws);
        }

        /** Whether another gives and takes the same by a promotion of the same name, whatever its conditions are. */
        public boolean gives(Granted other) {
            return rule.id().equals(other.rule.id()) && effect.equals(other.effect) && draws.equals(other.draws);
        }

        /** An effect that took nothing from a counter. */
        public Granted(Rule rule, Effect effect, List<Condition.Seen> because) {
            this(rule, effect, because, List.of());
        }
    }

    /** Everything it takes from counters, in the order of the grants, and what it gives back. */
    public List<Draw> draws() {
        return Stream.concat(
                        granted.stream().flatMap(each -> each.draws().stream()),
                        Stream.concat(
                                refund().stream()
                                        .flatMap(refund -> refund.shares().stream())
                                        .flatMap(share -> share.draws().stream()),
                                withdrawn().map(CouponOnFile::withdrawal)))
                .toList();
    }

    /**
     * Minor units; {@code toPay} is goods and shipping less both discounts, and taxes where the prices do not contain them.
     *
     * @param approximate a better combination of promotions may exist: there were too many to look at all
     * @param rounding how amounts became minor units; half up where nothing was said
     * @param tax of what is left after discounts, or null where the shop told no rates
     */
    public record Totals(
            long goods,
            long shipping,
            long discount,
            long shippingDiscount,
            boolean approximate,
            @Nullable RoundingMode rounding,
            @Nullable Tax tax) {

        public static final Totals NONE = new Totals(0, 0, 0, 0, false, null, null);

        /** What it comes to, and is promised. */
        public Priced price() {
            return new Priced(goods, shipping, discount, shippingDiscount, tax == null ? 0 : tax.onTop());
        }

        public long toPay() {
            return price().toPay();
        }
    }
}
