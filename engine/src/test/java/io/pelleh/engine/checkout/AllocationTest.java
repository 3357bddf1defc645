package io.pelleh.engine.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.fixtures.Dice;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {

    @Test
    void whatIsLeftGoesToTheLargestRemaindersTheFirstOfEqualsFirst() {
        assertThat(Allocation.largestRemainder(100, new long[] {100, 100, 100})).containsExactly(34, 33, 33);
        assertThat(Allocation.largestRemainder(10, new long[] {1, 3, 6, 11})).containsExactly(1, 1, 3, 5);
        assertThat(Allocation.largestRemainder(2, new long[] {0, 1, 0, 1})).containsExactly(0, 1, 0, 1);
    }

    @Test
    void nothingIsSplitIntoNothing() {
        assertThat(Allocation.largestRemainder(0, new long[] {0, 0})).containsExactly(0, 0);
        assertThat(Allocation.largestRemainder(0, new long[] {})).isEmpty();
    }

    @Test
    void moreThanThereIsCannotBeSplit() {
        assertThatThrownBy(() -> Allocation.largestRemainder(3, new long[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allocation.largestRemainder(-1, new long[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePartsSumToTheWholeAndEachIsItsShareUpToOneUnit() {
        Dice.rounds(2_000, dice -> {
            long scale = dice.oneOf(List.of(3L, 1_000L, 5_000_000_000L, 500_000_000_000_000_000L));
            long[] weights = new long[1 + dice.below(12)];
            Arrays.setAll(weights, i -> dice.chance(20) ? 0 : dice.between(0, scale));
            long sum = Arrays.stream(weights).sum();
            long amount = dice.chance(20) ? sum : dice.between(0, sum);

            long[] parts = Allocation.largestRemainder(amount, weights);

            assertThat(Arrays.stream(parts).sum()).isEqualTo(amount);
            for (int i = 0; i < parts.length; i++) {
                long floor = sum == 0 ? 0 : share(amount, weights[i], sum);
                assertThat(parts[i]).isBetween(floor, Math.min(weights[i], floor + 1));
            }
            assertThat(Allocation.largestRemainder(amount, weights)).isEqualTo(parts);
        });
    }

    private static long share(long amount, long weight, long sum) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(weight))
                .divide(BigInteger.valueOf(sum))
                .longValueExact();
    }
}
