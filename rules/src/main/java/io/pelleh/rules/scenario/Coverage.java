package io.pelleh.rules.scenario;

import io.pelleh.rules.reading.WrittenRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which rules and rows scenarios made hold, and which none did, rule set by rule set. */
public record Coverage(List<OfSet> sets) {

    private static final int WHOLE = 100;

    /**
     * One rule set.
     *
     * @param ruleSet kind and name
     * @param missed rules that held in no scenario, with their places
     */
    public record OfSet(String ruleSet, int rules, List<Missed> missed) {

        public OfSet {
            missed = List.copyOf(missed);
        }

        /** Rules that held, of a hundred; rounded down. */
        public int percent() {
            return rules == 0 ? WHOLE : (rules - missed.size()) * WHOLE / rules;
        }
    }

    /** A rule or row that held in no scenario. */
    public record Missed(String rule, WrittenRule.Origin origin) {}

    public Coverage {
        sets = List.copyOf(sets);
    }

    static Coverage of(List<WrittenRule> rules, Set<String> held) {
        Map<String, List<WrittenRule>> bySet = new TreeMap<>();
        rules.forEach(rule -> bySet.computeIfAbsent(rule.rule().ruleSet(), s -> new ArrayList<>())
                .add(rule));
        return new Coverage(bySet.entrySet().stream()
                .map(set -> ofSet(set.getKey(), set.getValue(), held))
                .toList());
    }

    private static OfSet ofSet(String name, List<WrittenRule> rules, Set<String> held) {
        List<Missed> missed = rules.stream()
                .filter(rule -> !held.contains(rule.rule().id()))
                .map(rule -> new Missed(rule.rule().id(), rule.origin()))
                .toList();
        return new OfSet(name, rules.size(), missed);
    }
}
