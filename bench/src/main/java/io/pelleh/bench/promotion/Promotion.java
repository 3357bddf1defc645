package io.pelleh.bench.promotion;

/**
 * A percentage off each line of one category, for some customers and baskets.
 *
 * @param tier the tier it is for, empty for all
 * @param segment the segment it is for, empty for all
 * @param minTotal least basket total, minor units, 0 for any
 * @param maxRecencyDays most days since the last order, {@link Long#MAX_VALUE} for any
 * @param minQuantity least pieces in the line, 1 for any
 */
public record Promotion(
        int number,
        String category,
        String tier,
        String segment,
        long minTotal,
        long maxRecencyDays,
        long minQuantity,
        int percent) {

    /** Its name in rule files, from which {@link #numberOf} reads the number back. */
    String name() {
        return "p" + number;
    }

    /** The number in the id of a rule made from a promotion. */
    public static int numberOf(String ruleId) {
        return Integer.parseInt(ruleId.substring(ruleId.lastIndexOf('/') + 2));
    }

    boolean anyRecency() {
        return maxRecencyDays == Long.MAX_VALUE;
    }
}
