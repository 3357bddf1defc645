package io.pelleh.api.ruleset;

import io.pelleh.engine.decision.RuleSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** Compiled releases of one program that are not in force: the few that were asked for last. */
final class Compiled {

    private static final int MAX = 6;

    private final Map<Long, RuleSet> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** A release, compiled now if it is not kept. */
    synchronized RuleSet get(long number, LongFunction<RuleSet> compile) {
        RuleSet rules = kept.get(number);
        if (rules == null) {
            rules = compile.apply(number);
            put(rules);
        }
        return rules;
    }

    synchronized void put(RuleSet rules) {
        kept.put(rules.release(), rules);
        if (kept.size() > MAX) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
