package io.pelleh.api.simulate;

import io.pelleh.engine.decision.ForwardingRuleSet;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Situation;
import java.util.ArrayList;
import java.util.List;

/** Rules that remember what they were shown and what they found, stage by stage. */
final class Recorder implements ForwardingRuleSet {

    private final RuleSet rules;
    private final List<Look> looks = new ArrayList<>();

    Recorder(RuleSet rules) {
        this.rules = rules;
    }

    /** One look at something. */
    record Look(Stage stage, Situation saw, List<Proposal> found) {}

    List<Look> looks() {
        return looks;
    }

    @Override
    public RuleSet rules() {
        return rules;
    }

    @Override
    public List<Proposal> evaluate(Stage stage, Situation situation) {
        List<Proposal> found = rules.evaluate(stage, situation);
        looks.add(new Look(stage, situation, found));
        return found;
    }
}
