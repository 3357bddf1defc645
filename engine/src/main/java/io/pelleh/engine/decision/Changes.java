package io.pelleh.engine.decision;

import io.pelleh.engine.customer.Standing;
import java.util.ArrayList;
import java.util.List;

/** Names how a customer's standing moved. */
final class Changes {

    private Changes() {}

    static List<Effect> between(Standing before, Standing after) {
        List<Effect> changes = new ArrayList<>();
        if (!before.scores().equals(after.scores())) {
            changes.add(new Effect.ScoresChanged(before.scores(), after.scores()));
        }
        if (!before.segments().equals(after.segments())) {
            changes.add(new Effect.SegmentsChanged(
                    less(before.segments(), after.segments()), less(after.segments(), before.segments())));
        }
        if (before.rung() != after.rung()) {
            changes.add(new Effect.RungChanged(before.rung(), after.rung()));
        }
        if (!before.tier().equals(after.tier())) {
            changes.add(new Effect.TierChanged(before.tier(), after.tier()));
        }
        return changes;
    }

    private static List<String> less(List<String> all, List<String> gone) {
        return all.stream().filter(name -> !gone.contains(name)).toList();
    }
}
