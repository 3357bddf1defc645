package io.pelleh.rules;

import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.decision.Thresholds;
import io.pelleh.engine.facts.Situation;
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
        Thresholds thresholds,
        Set<String> watchedSkus)
        implements RuleSet {

    Release {
        versions = Map.copyOf(versions);
        stages = Map.copyOf(stages);
        lanes = List.copyOf(lanes);
        tiers = List.copyOf(tiers);
        watchedSkus = Set.copyOf(watchedSkus);
    }

    @Override
    public List<Proposal> evaluate(Stage stage, Situation situation) {
        StageRules rules = stages.get(stage);
        return rules == null ? List.of() : rules.evaluate(situation);
    }
}
