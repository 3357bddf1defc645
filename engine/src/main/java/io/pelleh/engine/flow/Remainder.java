package io.pelleh.engine.flow;

import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Decision.Granted;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Uses left of promotions whose counters have refused, less what the steps of one commit took since; for one thread. */
final class Remainder {

    private final Map<String, Long> left;
    private int refusals;

    private Remainder(Map<String, Long> left) {
        this.left = left;
    }

    /** Nothing was refused. */
    static Remainder full() {
        return new Remainder(new HashMap<>());
    }

    /** The same, for another try at the commit. */
    Remainder copy() {
        return new Remainder(new HashMap<>(left));
    }

    /** Remembers what counters said; nothing new is a clash. */
    void narrow(Map<String, Long> said, Tries tries) {
        boolean less = false;
        refusals++;
        for (Map.Entry<String, Long> each : said.entrySet()) {
            Long before = left.get(each.getKey());
            if (before == null || each.getValue() < before) {
                left.put(each.getKey(), each.getValue());
                less = true;
            }
        }
        if (!less) {
            tries.clash();
        }
    }

    /** How often counters have refused. */
    int refusals() {
        return refusals;
    }

    /** The promotions of which nothing is left. */
    Set<String> exhausted() {
        return left.entrySet().stream()
                .filter(each -> each.getValue() <= 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Counts what a step grants: a promotion once, however much it brings. */
    void take(Decision decision) {
        if (!left.isEmpty()) {
            decision.granted().stream()
                    .map(Granted::rule)
                    .map(rule -> rule.id())
                    .distinct()
                    .forEach(id -> left.computeIfPresent(id, (key, uses) -> uses - 1));
        }
    }
}
