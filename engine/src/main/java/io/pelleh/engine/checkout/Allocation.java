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
        BigInteger sum = BigInteger.valueOf(Arrays.stream(weights).reduce(0, Math::addExact));
        if (amount < 0 || BigInteger.valueOf(amount).compareTo(sum) > 0) {
            throw new IllegalArgumentException("cannot split " + amount + " over " + sum);
        }
        long[] parts = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        if (amount == 0) {
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

    private static IntStream largestFirst(BigInteger[] remainders) {
        return IntStream.range(0, remainders.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .mapToInt(Integer::intValue);
    }
}
