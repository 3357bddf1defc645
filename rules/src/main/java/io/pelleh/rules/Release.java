package io.pelleh.rules;

import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.decision.Thresholds;
import io.pelleh.engine.facts.Situation;
import io.pelleh.engine.lifecycle.Declared;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The compiled rules of one release. */
record Release(
        long release,
        long placedSince,
        Map<String, Long> versions,
        Map<Stage, StageRules> stages,
        List<String> lanes,
        List<String> tiers,
        Needs needs)
        implements RuleSet {

    /** What the rules need to be kept about customers, and when they look again. */
    record Needs(Thresholds thresholds, Set<String> watchedSkus, Declared declared) {
        Needs {
            watchedSkus = Set.copyOf(watchedSkus);
        }
    }

    Release {
        versions = Map.copyOf(versions);
        stages = Map.copyOf(stages);
        lanes = List.copyOf(lanes);
        tiers = List.copyOf(tiers);
    }

    @Override
    public Thresholds thresholds() {
        return needs.thresholds();
    }

    @Override
    public Set<String> watchedSkus() {
        return needs.watchedSkus();
    }

    @Override
    public Declared declared() {
        return needs.declared();
    }

    @Override
    public List<Proposal> evaluate(Stage stage, Situation situation) {
        StageRules rules = stages.get(stage);
        return rules == null ? List.of() : rules.evaluate(situation);
    }
}
