package io.pelleh.api.ruleset;

import io.pelleh.api.pause.Pause;
import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.decision.ForwardingRuleSet;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.RuleSet;
import java.util.Set;

/**
 * A release of which something is switched off.
 *
 * @param off what is
 */
record Switched(RuleSet rules, Set<String> off) implements ForwardingRuleSet {

    static RuleSet of(RuleSet rules, Set<String> off) {
        return off.isEmpty() ? rules : new Switched(rules, off);
    }

    @Override
    public long placedSince() {
        return rules.placedSince();
    }

    @Override
    public boolean paused(Rule rule) {
        return off.contains(rule.id())
                || off.contains(Pause.PROGRAM)
                || (!rule.campaign().isEmpty() && off.contains(Campaign.owner(rule.campaign())));
    }
}
