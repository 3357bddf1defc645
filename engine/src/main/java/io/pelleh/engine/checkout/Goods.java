package io.pelleh.engine.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a basket or an order holds, and what bringing it costs.
 *
 * @param lines at most {@value #MAX_LINES}
 * @param shipping minor units
 * @param coupons codes the shopper gave, at most {@value #MAX_COUPONS}
 * @param keys by what limits may know the shopper beside who it is
 * @param taxes one rate for each line, or null where the shop told none
 */
public record Goods(
        List<Line> lines,
        long shipping,
        List<String> coupons,
        Map<String, String> attributes,
        Keys keys,
        @Nullable Taxes taxes) {

    /**
     * By what limits may know a shopper: the shop's keys, or empty.
     *
     * @param device where the basket was filled
     * @param address where it goes
     */
    public record Keys(String device, String address) {

        public static final Keys NONE = new Keys("", "");

        public boolean any() {
            return !device.isEmpty() || !address.isEmpty();
        }
    }

    /** Lines of one basket. */
    public static final int MAX_LINES = 2000;

    /** Coupon codes of one basket. */
    public static final int MAX_COUPONS = 30;

    public static final Goods NONE = new Goods(List.of(), 0, List.of(), Map.of());

    public Goods {
        if (lines.size() > MAX_LINES || coupons.size() > MAX_COUPONS || shipping < 0) {
            throw new IllegalArgumentException("a basket has at most 2000 lines, 30 coupons and no negative shipping");
        }
        if (taxes != null && taxes.lines().size() != lines.size()) {
            throw new IllegalArgumentException("each line has its tax: " + lines.size());
        }
        lines = List.copyOf(lines);
        coupons = List.copyOf(coupons);
        attributes = Map.copyOf(attributes);
    }

    public Goods(List<Line> lines, long shipping, List<String> coupons, Map<String, String> attributes) {
        this(lines, shipping, coupons, attributes, Keys.NONE, null);
    }

    public static Goods of(List<Line> lines, long shipping) {
        return new Goods(lines, shipping, List.of(), Map.of());
    }

    /** The same with other lines. */
    public Goods with(List<Line> others) {
        return new Goods(others, shipping, coupons, attributes, keys, taxes);
    }

    /** The same, by whose keys limits may know the shopper. */
    public Goods by(Keys known) {
        return new Goods(lines, shipping, coupons, attributes, known, taxes);
    }

    /** The same, taxed in this way. */
    public Goods taxed(@Nullable Taxes how) {
        return new Goods(lines, shipping, coupons, attributes, keys, how);
    }

    /** What the lines cost without shipping. */
    public long total() {
        long total = 0;
        for (Line line : lines) {
            total = Math.addExact(total, line.amount());
        }
        return total;
    }

    /** Pieces in all lines. */
    public long units() {
        long units = 0;
        for (Line line : lines) {
            units = Math.addExact(units, line.quantity());
        }
        return units;
    }

    /** The same goods after discounts, one for each line, in order. */
    public Goods less(long[] discounts, long shippingDiscount) {
        List<Line> left = new ArrayList<>(lines.size());
        for (int i = 0; i < discounts.length; i++) {
            Line line = lines.get(i);
            left.add(discounts[i] == 0 ? line : line.withAmount(line.amount() - discounts[i]));
        }
        return new Goods(left, shipping - shippingDiscount, coupons, attributes, keys, taxes);
    }
}
