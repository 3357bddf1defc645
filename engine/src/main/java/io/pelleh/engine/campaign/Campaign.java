package io.pelleh.engine.campaign;

import io.pelleh.engine.limit.Limit;
import io.pelleh.engine.limit.Limit.Measure;
import io.pelleh.engine.program.Period;
import java.util.List;

/**
 * Promotions that belong together.
 *
 * @param name as its promotions call it
 * @param schedule when it runs
 * @param audience whom it is for
 * @param limits what its promotions may use up together, and what is only counted
 * @param split who gets nothing, or something else, of it
 * @param plan what it is expected to cost and to bring
 */
public record Campaign(
        String name, About about, Schedule schedule, Audience audience, List<Limit> limits, Split split, Plan plan) {

    /** What people call it, in English and in Persian, and who answers for it. */
    public record About(String english, String persian, String owner) {}

    /**
     * What it is expected to cost and to bring, minor units; 0 where nobody said.
     *
     * @param mostPerHour it is paused when its promotions took off more within one hour; 0 for never
     */
    public record Plan(long cost, long sales, long mostPerHour) {}

    public Campaign {
        limits = List.copyOf(limits);
    }

    /** What its limits are counted under. */
    public String owner() {
        return owner(name);
    }

    /** What the limits of the campaign of this name are counted under. */
    public static String owner(String name) {
        return Limit.CAMPAIGN + name;
    }

    /** The limit of something for everybody, in a period. */
    public Limit limit(Measure of, Period each) {
        return limits.stream()
                .filter(limit -> limit.of() == of && limit.each() == each)
                .findFirst()
                .orElse(Limit.inAll(owner(), of, each, Long.MAX_VALUE));
    }
}
