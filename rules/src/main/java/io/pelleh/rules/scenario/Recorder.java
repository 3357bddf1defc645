package io.pelleh.rules.scenario;

import io.pelleh.engine.decision.Coupon;
import io.pelleh.engine.decision.Lane;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Safeguards;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.decision.Thresholds;
import io.pelleh.engine.facts.Situation;
import io.pelleh.engine.lifecycle.Declared;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rules that remember which of them ever held. Not thread-safe. */
final class Recorder implements RuleSet {

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
    public List<Proposal> evaluate(Stage stage, Situation situation) {
        List<Proposal> proposals = rules.evaluate(stage, situation);
        proposals.forEach(proposal -> held.add(proposal.rule().id()));
        return proposals;
    }

    @Override
    public long release() {
        return rules.release();
    }

    @Override
    public Map<String, Long> versions() {
        return rules.versions();
    }

    @Override
    public List<Lane> lanes() {
        return rules.lanes();
    }

    @Override
    public List<Coupon> coupons(String code) {
        return rules.coupons(code);
    }

    @Override
    public Safeguards safeguards() {
        return rules.safeguards();
    }

    @Override
    public List<String> tiers() {
        return rules.tiers();
    }

    @Override
    public Thresholds thresholds() {
        return rules.thresholds();
    }

    @Override
    public Set<String> watchedSkus() {
        return rules.watchedSkus();
    }

    @Override
    public Declared declared() {
        return rules.declared();
    }
}
