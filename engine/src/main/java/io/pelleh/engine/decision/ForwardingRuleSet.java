package io.pelleh.engine.decision;

import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Customer;
import io.pelleh.engine.facts.Situation;
import io.pelleh.engine.lifecycle.Declared;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rules that pass every question on to others, but for what an implementation answers itself. Nobody is placed again because
 * of them unless it says so: {@link #placedSince()} is not passed on.
 */
public interface ForwardingRuleSet extends RuleSet {

    /** The rules that are asked. */
    RuleSet rules();

    @Override
    default List<Proposal> evaluate(Stage stage, Situation situation) {
        return rules().evaluate(stage, situation);
    }

    @Override
    default List<Near> near(Basket basket, Predicate<Rule> among, int limit) {
        return rules().near(basket, among, limit);
    }

    @Override
    default List<Prospect> prospects(Customer customer) {
        return rules().prospects(customer);
    }

    @Override
    default long release() {
        return rules().release();
    }

    @Override
    default Map<String, Long> versions() {
        return rules().versions();
    }

    @Override
    default List<Lane> lanes() {
        return rules().lanes();
    }

    @Override
    default List<Coupon> coupons(String code) {
        return rules().coupons(code);
    }

    @Override
    default List<Coupon> couponsOf(String batch) {
        return rules().couponsOf(batch);
    }

    @Override
    default Safeguards safeguards() {
        return rules().safeguards();
    }

    @Override
    default @Nullable Campaign campaign(String name) {
        return rules().campaign(name);
    }

    @Override
    default List<Campaign> campaigns() {
        return rules().campaigns();
    }

    @Override
    default boolean paused(Rule rule) {
        return rules().paused(rule);
    }

    @Override
    default List<String> tiers() {
        return rules().tiers();
    }

    @Override
    default Thresholds thresholds() {
        return rules().thresholds();
    }

    @Override
    default Set<String> watchedSkus() {
        return rules().watchedSkus();
    }

    @Override
    default Declared declared() {
        return rules().declared();
    }
}
