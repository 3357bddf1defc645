package io.pelleh.engine.checkout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How a basket is taxed, as the shop says.
 *
 * @param included the prices contain their taxes
 * @param lines percent of each line, in order, 0 to {@value #MAX_PERCENT} with at most {@value #MAX_SCALE} decimals
 * @param shipping percent of the charge for shipping
 * @param rounding how the tax of a line becomes minor units
 */
public record Taxes(boolean included, List<BigDecimal> lines, BigDecimal shipping, RoundingMode rounding) {

    public static final int MAX_PERCENT = 100;

    public static final int MAX_SCALE = 4;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Taxes {
        lines = List.copyOf(lines);
    }

    /**
     * The taxes of what is charged: of each line by itself, rounded once.
     *
     * @param charged minor units of each line after discounts, in order
     * @param fee minor units charged for shipping
     */
    public Tax on(long[] charged, long fee) {
        List<Long> each = new ArrayList<>(charged.length);
        for (int i = 0; i < charged.length; i++) {
            each.add(of(charged[i], lines.get(i)));
        }
        return new Tax(included, each, of(fee, shipping));
    }

    /** The taxes of goods as they stand. */
    public Tax on(Goods goods) {
        return on(goods.lines().stream().mapToLong(Line::amount).toArray(), goods.shipping());
    }

    private long of(long amount, BigDecimal percent) {
        BigDecimal whole = included ? HUNDRED.add(percent) : HUNDRED;
        return BigDecimal.valueOf(amount)
                .multiply(percent)
                .divide(whole, 0, rounding)
                .longValueExact();
    }
}
