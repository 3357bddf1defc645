package io.pelleh.engine.flow;

import io.pelleh.engine.decision.ForwardingRuleSet;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.lifecycle.Declared;

/** Rules that are told what others declare: what an import says about a customer is for the rules of today. */
record ToldToday(RuleSet rules, Declared declared) implements ForwardingRuleSet {

    @Override
    public long placedSince() {
        return rules.placedSince();
    }
}
