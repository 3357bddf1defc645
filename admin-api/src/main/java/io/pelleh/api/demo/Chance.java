package io.pelleh.api.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that always falls the same way for the same seed. */
final class Chance {

    private static final int HUNDRED = 100;

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Whole numbers, both ends included. */
    record Range(int from, int to) {}

    int in(Range range) {
        return range.from() == range.to() ? range.from() : random.nextInt(range.from(), range.to() + 1);
    }

    int in(int from, int to) {
        return in(new Range(from, to));
    }

    boolean percent(int chances) {
        return random.nextInt(HUNDRED) < chances;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
