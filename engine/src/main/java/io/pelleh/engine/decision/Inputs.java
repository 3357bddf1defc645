package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.checkout.Sale;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every outside value a decision read; stored with it.
 *
 * @param order the order the event speaks of, as it was on file, or null
 * @param exhausted ids of promotions whose counter refused
 * @param sale what was sold, where something of it comes back, or null
 * @param coupons what was on file of the codes of the basket that no rule knows by name
 * @param made codes for the coupons that it hands out
 */
public record Inputs(
        @Nullable OrderOnFile order,
        Set<String> exhausted,
        @Nullable Sale sale,
        List<CouponOnFile> coupons,
        List<CouponMade> made) {

    public static final Inputs NONE = of(null, Set.of());

    public Inputs {
        exhausted = Set.copyOf(exhausted);
        coupons = List.copyOf(coupons);
        made = List.copyOf(made);
    }

    /** What most decisions read. */
    public static Inputs of(@Nullable OrderOnFile order, Set<String> exhausted) {
        return new Inputs(order, exhausted, null, List.of(), List.of());
    }

    /** The same inputs, once a counter has refused these promotions. */
    public Inputs without(Set<String> promotions) {
        Set<String> all = new HashSet<>(exhausted);
        all.addAll(promotions);
        return new Inputs(order, all, sale, coupons, made);
    }

    /** The same inputs, once codes were looked up. */
    public Inputs with(List<CouponOnFile> found) {
        return new Inputs(order, exhausted, sale, found, made);
    }

    /** The same inputs, once codes were made. */
    public Inputs making(List<CouponMade> codes) {
        return new Inputs(order, exhausted, sale, coupons, codes);
    }
}
