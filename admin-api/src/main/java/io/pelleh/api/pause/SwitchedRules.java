package io.pelleh.api.pause;

import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.decision.ForwardingRuleSet;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.RuleSets;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.Set;

/** The releases as they decide: without what is, or was then, switched off. */
public record SwitchedRules(RuleSets rules, Pauses pauses) implements RuleSets {

    @Override
    public RuleSet inForce(ProgramId program) {
        return without(pauses.off(program), rules.inForce(program));
    }

    @Override
    public RuleSet inForce(ProgramId program, String unit) {
        return without(pauses.off(program), rules.inForce(program, unit));
    }

    @Override
    public RuleSet inForceAt(ProgramId program, Instant at) {
        return without(pauses.offAt(program, at), rules.inForceAt(program, at));
    }

    @Override
    public RuleSet inForceAt(ProgramId program, String unit, Instant at) {
        return without(pauses.offAt(program, at), rules.inForceAt(program, unit, at));
    }

    private static RuleSet without(Set<String> off, RuleSet all) {
        return off.isEmpty() ? all : new Without(all, off);
    }

    /** A release of which something is switched off. */
    private record Without(RuleSet rules, Set<String> off) implements ForwardingRuleSet {

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
}
