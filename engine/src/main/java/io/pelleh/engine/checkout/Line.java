package io.pelleh.engine.checkout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a basket or order.
 *
 * @param categories what the shop files it under, the main one first; at most {@value #MAX_CATEGORIES} beside it
 * @param quantity pieces, more than zero
 * @param unitPrice minor units, with at most four decimals
 * @param amount {@code quantity × unitPrice}, rounded once, less what was discounted so far; minor units
 * @param cost what the line cost the shop, minor units, or null when unknown
 * @param floor what no promotion may bring the line below, minor units
 */
public record Line(
        String sku,
        List<String> categories,
        long quantity,
        BigDecimal unitPrice,
        long amount,
        @Nullable Long cost,
        long floor,
        Map<String, String> attributes) {

    /** Categories of one line beside the main one. */
    public static final int MAX_CATEGORIES = 10;

    /** What a name begins with that means all products of a category. */
    public static final String CATEGORY = "category:";

    private static final int MAX_SCALE = 4;

    public Line {
        categories = List.copyOf(categories);
        if (sku.isEmpty() || quantity <= 0 || amount < 0 || floor < 0 || categories.size() > 1 + MAX_CATEGORIES) {
            throw new IllegalArgumentException(
                    "a line needs a sku, a positive quantity, no negative amount and few categories: " + sku);
        }
        if (unitPrice.signum() < 0 || unitPrice.scale() > MAX_SCALE) {
            throw new IllegalArgumentException("unit price must be at least 0 with at most 4 decimals: " + unitPrice);
        }
        attributes = Map.copyOf(attributes);
    }

    /** A line at its full price, rounded half up; {@code category} may be empty. */
    public static Line of(String sku, String category, long quantity, BigDecimal unitPrice) {
        List<String> categories = category.isEmpty() ? List.of() : List.of(category);
        return new Line(
                sku,
                categories,
                quantity,
                unitPrice,
                amountOf(quantity, unitPrice, RoundingMode.HALF_UP),
                null,
                0,
                Map.of());
    }

    /** The main category, or empty. */
    public String category() {
        return categories.isEmpty() ? "" : categories.getFirst();
    }

    /** Whether it is of a product, or of a category written as {@code category:name}. */
    public boolean isOf(String target) {
        return target.startsWith(CATEGORY)
                ? categories.contains(target.substring(CATEGORY.length()))
                : sku.equals(target);
    }

    /** What may still be taken off, minor units. */
    public long room() {
        return Math.max(0, amount - floor);
    }

    /** Quantity times unit price in minor units, rounded once. */
    public static long amountOf(long quantity, BigDecimal unitPrice, RoundingMode rounding) {
        return unitPrice
                .multiply(BigDecimal.valueOf(quantity))
                .setScale(0, rounding)
                .longValueExact();
    }

    /** The same line, never to be brought below another amount, minor units. */
    public Line notBelow(long least) {
        return new Line(sku, categories, quantity, unitPrice, amount, cost, least, attributes);
    }

    /** The same line with another amount left to pay. */
    public Line withAmount(long left) {
        return new Line(sku, categories, quantity, unitPrice, left, cost, floor, attributes);
    }
}
