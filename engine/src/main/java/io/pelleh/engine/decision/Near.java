package io.pelleh.engine.decision;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A promotion that one condition alone kept from applying.
 *
 * @param unmet that condition, beside the value it met
 * @param distance how much is missing, where the condition is a threshold on something that only grows
 * @param share what is missing, in ten-thousandths of what is asked for; {@link Long#MAX_VALUE} where that cannot be said
 */
public record Near(
        Rule rule, Condition.Seen unmet, @Nullable Distance distance, long share) {

    /** The one of which least is missing first; those of which nobody can say how much come last. */
    public static final Comparator<Near> NEAREST = Comparator.comparingLong(Near::share)
            .thenComparing(near -> near.rule().id());
}
