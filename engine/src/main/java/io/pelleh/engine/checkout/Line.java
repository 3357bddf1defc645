package io.pelleh.engine.checkout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a basket or order.
 *
 * @param category empty when the shop names none
 * @param quantity pieces, more than zero
 * @param unitPrice minor units, with at most four decimals
 * @param amount {@code quantity × unitPrice}, rounded half-up once, less what was discounted so far; minor units
 * @param cost what the line cost the shop, minor units, or null when unknown
 */
public record Line(
        String sku,
        String category,
        long quantity,
        BigDecimal unitPrice,
        long amount,
        @Nullable Long cost,
        Map<String, String> attributes) {

    private static final int MAX_SCALE = 4;

    public Line {
        if (sku.isEmpty() || quantity <= 0 || amount < 0) {
            throw new IllegalArgumentException(
                    "a line needs a sku, a positive quantity and no negative amount: " + sku);
        }
        if (unitPrice.signum() < 0 || unitPrice.scale() > MAX_SCALE) {
            throw new IllegalArgumentException("unit price must be at least 0 with at most 4 decimals: " + unitPrice);
        }
        attributes = Map.copyOf(attributes);
    }

    /** A line at its full price. */
    public static Line of(String sku, String category, long quantity, BigDecimal unitPrice) {
        return new Line(sku, category, quantity, unitPrice, amountOf(quantity, unitPrice), null, Map.of());
    }

    /** Quantity times unit price in minor units, rounded half-up once. */
    public static long amountOf(long quantity, BigDecimal unitPrice) {
        return unitPrice
                .multiply(BigDecimal.valueOf(quantity))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The same line with another amount left to pay. */
    public Line withAmount(long left) {
        return new Line(sku, category, quantity, unitPrice, left, cost, attributes);
    }
}
