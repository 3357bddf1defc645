package io.pelleh.rules.why;

import io.pelleh.engine.decision.Distance;
import io.pelleh.engine.decision.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule held or did not.
 *
 * @param held all its conditions are met, whatever the day
 * @param inForce the day lies within its validity
 * @param conditions all of them; of a rule that looks at one line, those for the line that came closest
 * @param distance what is missing, where it can be said
 */
public record Account(
        Rule rule,
        boolean held,
        boolean inForce,
        List<Judged> conditions,
        @Nullable Distance distance) {

    public Account {
        conditions = List.copyOf(conditions);
    }

    /** Conditions that are not met. */
    public long unmet() {
        return conditions.stream().filter(judged -> !judged.met()).count();
    }
}
