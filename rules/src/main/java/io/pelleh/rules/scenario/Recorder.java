package io.pelleh.rules.scenario;

import io.pelleh.engine.decision.ForwardingRuleSet;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Situation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rules that remember which of them ever held. Not thread-safe. */
final class Recorder implements ForwardingRuleSet {

    private final RuleSet rules;
    private final Set<String> held = new TreeSet<>();

    Recorder(RuleSet rules) {
        this.rules = rules;
    }

    /** Ids of the rules that held. */
    Set<String> held() {
        return Set.copyOf(held);
    }

    @Override
    public RuleSet rules() {
        return rules;
    }

    @Override
    public List<Proposal> evaluate(Stage stage, Situation situation) {
        List<Proposal> proposals = rules.evaluate(stage, situation);
        proposals.forEach(proposal -> held.add(proposal.rule().id()));
        return proposals;
    }
}
