package io.pelleh.engine.flow;

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

/** Rules that are told what others declare: what an import says about a customer is for the rules of today. */
record ToldToday(RuleSet rules, Declared declared) implements RuleSet {

    @Override
    public long release() {
        return rules.release();
    }

    @Override
    public Map<String, Long> versions() {
        return rules.versions();
    }

    @Override
    public long placedSince() {
        return rules.placedSince();
    }

    @Override
    public List<Proposal> evaluate(Stage stage, Situation situation) {
        return rules.evaluate(stage, situation);
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
}
