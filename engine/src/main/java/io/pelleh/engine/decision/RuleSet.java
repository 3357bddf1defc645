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

/** The compiled rules of one release: immutable, pure, and safe for many threads at once. */
public interface RuleSet {

    /** Promotions that one code is said to open. */
    int MAX_OPENS = 10;

    /** Number of the release. */
    long release();

    /** Versions of the rule sets in it, by {@code kind/name}. */
    Map<String, Long> versions();

    /** The release in which something that places every customer last changed; 0 for never. */
    default long placedSince() {
        return 0;
    }

    /**
     * Runs one stage.
     *
     * @param situation a {@code Customer}, or for promotions a {@code Basket} where there is one
     * @return what the rules that held ask for, by order of the rules
     * @throws EvaluationFailed when a rule threw or reached the firing limit
     */
    List<Proposal> evaluate(Stage stage, Situation situation);

    /**
     * The promotions that one condition alone keeps from applying to a basket, as far as they can be told quickly.
     *
     * @param among those to be looked at
     * @param limit at most so many, the nearest first
     */
    default List<Near> near(Basket basket, Predicate<Rule> among, int limit) {
        return List.of();
    }

    /** The promotions that a customer may get with some basket, in the order of the rules; none that asks for a secret code. */
    default List<Prospect> prospects(Customer customer) {
        return List.of();
    }

    /** Lanes of the promotions, in the order in which they stack. */
    List<Lane> lanes();

    /** The promotions that ask for a code; none for a code that no promotion knows. */
    List<Coupon> coupons(String code);

    /** The promotions that ask for a code of a batch; none for a batch that no promotion knows. */
    default List<Coupon> couponsOf(String batch) {
        return List.of();
    }

    /** What a code of a batch opens: the ids of the first promotions that ask for one. */
    default List<String> opens(String batch) {
        return couponsOf(batch).stream()
                .map(coupon -> coupon.rule().id())
                .distinct()
                .limit(MAX_OPENS)
                .toList();
    }

    /** What no promotion may pass. */
    Safeguards safeguards();

    /** The campaign of this name, or null where it is but a name. */
    default @Nullable Campaign campaign(String name) {
        return null;
    }

    /** All campaigns, by name. */
    default List<Campaign> campaigns() {
        return List.of();
    }

    /** Whether somebody has switched a promotion off, or its campaign, or all. */
    default boolean paused(Rule rule) {
        return false;
    }

    /** Tier names, lowest first. */
    List<String> tiers();

    /** When these rules may find something new with no event. */
    Thresholds thresholds();

    /** Products whose last purchase the rules look at. */
    Set<String> watchedSkus();

    /** What the rules want to be told about customers, under names of the shop's own. */
    default Declared declared() {
        return Declared.NOTHING;
    }
}
