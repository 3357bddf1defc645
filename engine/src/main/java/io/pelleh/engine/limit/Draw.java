package io.pelleh.engine.limit;

import io.pelleh.engine.limit.Limit.Measure;

/**
 * What a promotion takes from a counter, or a return gives back to it.
 *
 * @param amount uses, or minor units; below 0 when they are given back
 * @param limit what may be taken in all; {@link Long#MAX_VALUE} where it is only counted, or given back
 */
public record Draw(String promotion, Counter counter, Measure of, long amount, long limit) {

    /** What was drawn, given back: so much of it. */
    public Draw back(long part) {
        return new Draw(promotion, counter, of, -part, Long.MAX_VALUE);
    }

    /** Whether it may be refused. */
    public boolean bounded() {
        return limit != Long.MAX_VALUE;
    }

    /** Whether more is asked for than is left. */
    public boolean exceeds(long used) {
        return amount > 0 && amount > limit - used;
    }

    /** Uses of its promotion that are left when it exceeds: none where money is lacking. */
    public long usesLeft(long used) {
        return of == Measure.USES ? Math.max(0, limit - used) : 0;
    }
}
