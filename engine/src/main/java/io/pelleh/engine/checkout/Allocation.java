package io.pelleh.engine.checkout;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Splits an amount so that the parts sum to the whole. */
public final class Allocation {

    private Allocation() {}

    /**
     * Splits by the largest remainder: each part is its proportional share rounded down, and what is left goes, one minor
     * unit each, to the parts with the largest remainder, the first of equals first.
     *
     * @param amount minor units, at least 0 and at most the sum of {@code weights}
     * @param weights at least 0 each; no part is larger than its weight
     */
    public static long[] largestRemainder(long amount, long[] weights) {
        if (amount < 0 || amount > sum(weights)) {
            throw new IllegalArgumentException("cannot split " + amount + " over " + sum(weights));
        }
        return proportional(amount, weights);
    }

    /**
     * The same for any amount, in either direction: what is split from a negative amount is the negative of what is split
     * from the positive one. Where all weights are 0 nothing is given.
     *
     * @param amount minor units
     * @param weights at least 0 each
     */
    public static long[] proportional(long amount, long[] weights) {
        if (amount < 0) {
            return Arrays.stream(proportional(-amount, weights))
                    .map(part -> -part)
                    .toArray();
        }
        BigInteger sum = BigInteger.valueOf(sum(weights));
        long[] parts = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        if (amount == 0 || sum.signum() == 0) {
            return parts;
        }
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(sum);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
            left -= parts[i];
        }
        largestFirst(remainders).limit(left).forEach(i -> parts[i]++);
        return parts;
    }

    /**
     * Splits in proportion to the weights, but no part above its cap: what a part cannot take goes to the others in the
     * same proportion, and what none can take is not given.
     *
     * @param amount minor units, at least 0
     * @param weights at least 0 each
     * @param caps at least 0 and at most the weight each
     */
    public static long[] capped(long amount, long[] weights, long[] caps) {
        long[] parts = new long[weights.length];
        boolean[] full = new boolean[weights.length];
        long left = amount;
        boolean more = true;
        while (more) {
            long[] open = open(weights, full);
            more = false;
            for (int i : saturated(left, open, caps)) {
                parts[i] = caps[i];
                full[i] = true;
                more = true;
            }
            if (more) {
                left = amount - sum(parts);
            }
        }
        long[] open = open(weights, full);
        long[] rest = largestRemainder(Math.min(left, sum(open)), open);
        for (int i = 0; i < parts.length; i++) {
            parts[i] += rest[i];
        }
        return parts;
    }

    private static long[] open(long[] weights, boolean[] full) {
        long[] open = weights.clone();
        for (int i = 0; i < open.length; i++) {
            open[i] = full[i] ? 0 : open[i];
        }
        return open;
    }

    /** The parts whose exact share is above their cap. */
    private static int[] saturated(long amount, long[] weights, long[] caps) {
        BigInteger sum = BigInteger.valueOf(sum(weights));
        BigInteger whole = BigInteger.valueOf(amount);
        return IntStream.range(0, weights.length)
                .filter(i -> weights[i] > 0
                        && whole.multiply(BigInteger.valueOf(weights[i]))
                                        .compareTo(sum.multiply(BigInteger.valueOf(caps[i])))
                                > 0)
                .toArray();
    }

    private static long sum(long[] parts) {
        return Arrays.stream(parts).reduce(0, Math::addExact);
    }

    private static IntStream largestFirst(BigInteger[] remainders) {
        return IntStream.range(0, remainders.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .mapToInt(Integer::intValue);
    }
}
