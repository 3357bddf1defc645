package io.pelleh.engine.decision;

import io.pelleh.engine.facts.Attribute.Since;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the rules in force change their mind as time passes.
 *
 * @param ages for each thing an age counts from, the ages in days at which a condition turns, ascending
 * @param windows lengths, in days, of the windows that rules sum over
 * @param daily some condition cannot be read: look at every customer at each local midnight
 */
public record Thresholds(Map<Since, List<Long>> ages, Set<Integer> windows, boolean daily) {

    public static final Thresholds NONE = new Thresholds(Map.of(), Set.of(), false);

    public Thresholds {
        ages = Map.copyOf(ages);
        windows = Set.copyOf(windows);
    }
}
