package io.pelleh.api.simulate;

import io.pelleh.engine.decision.Coupon;
import io.pelleh.engine.decision.Lane;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Safeguards;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.decision.Thresholds;
import io.pelleh.engine.facts.Situation;
import io.pelleh.engine.lifecycle.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules that remember what they were shown and what they found, stage by stage. */
final class Recorder implements RuleSet {

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
    public List<Proposal> evaluate(Stage stage, Situation situation) {
        List<Proposal> found = rules.evaluate(stage, situation);
        looks.add(new Look(stage, situation, found));
        return found;
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
