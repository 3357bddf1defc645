package io.pelleh.api.campaign;

import io.pelleh.api.pause.Pause;
import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.limit.Limit;
import io.pelleh.engine.limit.Limit.Measure;
import io.pelleh.engine.program.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign stands.
 *
 * @param pause the pause it is in, or null
 * @param budgets its limits, and what is used of them in the present period
 */
record Standing(Campaign campaign, State state, @Nullable Pause pause, List<Budget> budgets) {

    /** Where it is in its life; a draft of it is no campaign yet. */
    enum State {
        SCHEDULED,
        RUNNING,
        PAUSED,
        EXHAUSTED,
        ENDED
    }

    /**
     * One limit.
     *
     * @param spent nothing is left, or less than what was refused last
     * @param anew when it begins anew, {@link Instant#MAX} for never
     */
    record Budget(Limit limit, long used, boolean spent, Instant anew) {

        long left() {
            return Math.max(0, limit.amount() - used);
        }
    }

    static Standing of(Campaign campaign, Instant now, @Nullable Pause pause, List<Budget> budgets) {
        boolean exhausted =
                budgets.stream().anyMatch(b -> b.spent() && b.limit().each() == Period.EVER);
        State state;
        if (campaign.schedule().over(now)) {
            state = State.ENDED;
        } else if (pause != null) {
            state = State.PAUSED;
        } else if (campaign.schedule().before(now)) {
            state = State.SCHEDULED;
        } else {
            state = exhausted ? State.EXHAUSTED : State.RUNNING;
        }
        return new Standing(campaign, state, pause, budgets);
    }

    /** What was counted for ever. */
    long actual(Measure of) {
        return budgets.stream()
                .filter(b -> b.limit().of() == of && b.limit().each() == Period.EVER)
                .mapToLong(Budget::used)
                .sum();
    }
}
