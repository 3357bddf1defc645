package io.pelleh.bench.promotion;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A seeded book of promotions.
 *
 * <p>A larger book belongs to a shop with more categories, ten promotions in each, so that one basket meets the same
 * handful of promotions whatever the size of the book.
 */
public record Promotions(List<Promotion> all, int categories) {

    static final List<String> TIERS = List.of("blue", "silver", "gold", "platinum");
    static final List<String> SEGMENTS = List.of(
            "champions", "loyal", "promising", "new", "needs-attention", "about-to-sleep", "at-risk", "hibernating");

    private static final long SEED = 20_270_110;
    private static final int PER_CATEGORY = 10;
    private static final int MIN_CATEGORIES = 10;
    private static final long[] TOTALS = {500_000, 1_000_000, 2_000_000, 4_000_000};
    private static final long[] RECENCIES = {7, 30, 90, 365};

    public Promotions {
        all = List.copyOf(all);
    }

    /** The book with so many promotions, always the same. */
    public static Promotions ofSize(int size) {
        int categories = Math.max(MIN_CATEGORIES, size / PER_CATEGORY);
        Random random = new Random(SEED);
        return new Promotions(
                IntStream.range(0, size)
                        .mapToObj(number -> promotion(number, categories, random))
                        .toList(),
                categories);
    }

    private static Promotion promotion(int number, int categories, Random random) {
        return new Promotion(
                number,
                category(random.nextInt(categories)),
                chance(random, 80) ? TIERS.get(random.nextInt(TIERS.size())) : "",
                chance(random, 50) ? SEGMENTS.get(random.nextInt(SEGMENTS.size())) : "",
                chance(random, 60) ? TOTALS[random.nextInt(TOTALS.length)] : 0,
                chance(random, 50) ? RECENCIES[random.nextInt(RECENCIES.length)] : Long.MAX_VALUE,
                chance(random, 30) ? 2 : 1,
                1 + random.nextInt(30));
    }

    private static boolean chance(Random random, int percent) {
        return random.nextInt(100) < percent;
    }

    static String category(int number) {
        return "category-" + number;
    }
}
