package io.pelleh.rules;

import io.pelleh.engine.decision.Coupon;
import io.pelleh.engine.decision.Lane;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Safeguards;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.decision.Thresholds;
import io.pelleh.engine.facts.Situation;
import io.pelleh.engine.lifecycle.Declared;
import io.pelleh.rules.reading.Library;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compiled rules of one release. */
record Release(
        long release,
        long placedSince,
        Map<String, Long> versions,
        Map<Stage, StageRules> stages,
        Order order,
        Needs needs)
        implements RuleSet {

    /** What the rules need to be kept about customers, and when they look again. */
    record Needs(Thresholds thresholds, Set<String> watchedSkus, Declared declared) {
        Needs {
            watchedSkus = Set.copyOf(watchedSkus);
        }
    }

    /**
     * What stands around the rules.
     *
     * @param coupons the promotions that ask for a code, by code
     * @param batches the promotions that ask for a code of a batch, by its name
     */
    record Order(
            List<Lane> lanes,
            List<String> tiers,
            Safeguards safeguards,
            Map<String, List<Coupon>> coupons,
            Map<String, List<Coupon>> batches) {
        Order {
            lanes = List.copyOf(lanes);
            tiers = List.copyOf(tiers);
            coupons = Map.copyOf(coupons);
            batches = Map.copyOf(batches);
        }

        static Order of(Library library) {
            Map<String, List<Coupon>> coupons = by(library, terms -> Stream.of(terms.coupon()));
            Map<String, List<Coupon>> batches = by(library, terms -> terms.batches().stream());
            return new Order(library.lanes(), library.tiers(), library.safeguards(), coupons, batches);
        }

        private static Map<String, List<Coupon>> by(Library library, Function<Terms, Stream<String>> words) {
            return library.rules().stream()
                    .flatMap(rule -> words.apply(rule.rule().terms())
                            .filter(word -> !word.isEmpty())
                            .map(word -> new Coupon(
                                    word,
                                    rule.rule(),
                                    rule.validity().from(),
                                    rule.validity().until())))
                    .collect(Collectors.groupingBy(Coupon::code));
        }
    }

    Release {
        versions = Map.copyOf(versions);
        stages = Map.copyOf(stages);
    }

    @Override
    public Thresholds thresholds() {
        return needs.thresholds();
    }

    @Override
    public Set<String> watchedSkus() {
        return needs.watchedSkus();
    }

    @Override
    public Declared declared() {
        return needs.declared();
    }

    @Override
    public List<Lane> lanes() {
        return order.lanes();
    }

    @Override
    public List<String> tiers() {
        return order.tiers();
    }

    @Override
    public Safeguards safeguards() {
        return order.safeguards();
    }

    @Override
    public List<Coupon> coupons(String code) {
        return order.coupons().getOrDefault(code, List.of());
    }

    @Override
    public List<Coupon> couponsOf(String batch) {
        return order.batches().getOrDefault(batch, List.of());
    }

    @Override
    public List<Proposal> evaluate(Stage stage, Situation situation) {
        StageRules rules = stages.get(stage);
        return rules == null ? List.of() : rules.evaluate(situation);
    }
}
