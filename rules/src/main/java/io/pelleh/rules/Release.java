package io.pelleh.rules;

import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.campaign.Schedule;
import io.pelleh.engine.decision.Coupon;
import io.pelleh.engine.decision.Lane;
import io.pelleh.engine.decision.Near;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.Prospect;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Safeguards;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.decision.Thresholds;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Customer;
import io.pelleh.engine.facts.Situation;
import io.pelleh.engine.lifecycle.Declared;
import io.pelleh.rules.reading.Library;
import io.pelleh.rules.reading.WrittenRule;
import io.pelleh.rules.why.Nearby;
import io.pelleh.rules.why.Prospects;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The compiled rules of one release. */
record Release(
        long release,
        long placedSince,
        Map<String, Long> versions,
        Map<Stage, StageRules> stages,
        Order order,
        Needs needs,
        Nearby nearby,
        Prospects open)
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
            Map<String, List<Coupon>> batches,
            Map<String, Campaign> campaigns) {
        Order {
            lanes = List.copyOf(lanes);
            tiers = List.copyOf(tiers);
            coupons = Map.copyOf(coupons);
            batches = Map.copyOf(batches);
            campaigns = Map.copyOf(campaigns);
        }

        static Order of(Library library) {
            return new Order(
                    library.lanes(),
                    library.tiers(),
                    library.safeguards(),
                    by(library, terms -> Stream.of(terms.coupon())),
                    by(library, terms -> terms.batches().stream()),
                    library.campaigns());
        }

        private static Map<String, List<Coupon>> by(Library library, Function<Terms, Stream<String>> words) {
            return library.rules().stream()
                    .flatMap(rule -> words.apply(rule.rule().terms())
                            .filter(word -> !word.isEmpty())
                            .map(word -> coupon(library, rule, word)))
                    .collect(Collectors.groupingBy(Coupon::code));
        }
    }

    /** A code, or one of a batch, counts while its rule is valid and its campaign runs. */
    private static Coupon coupon(Library library, WrittenRule written, String word) {
        Campaign campaign = library.campaigns().get(written.rule().campaign());
        Instant from = written.validity().from();
        Instant until = written.validity().until();
        if (campaign != null) {
            Schedule schedule = campaign.schedule();
            from = from.isBefore(schedule.from()) ? schedule.from() : from;
            until = until.isAfter(schedule.until()) ? schedule.until() : until;
        }
        return new Coupon(word, written.rule(), from, until);
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
    public @Nullable Campaign campaign(String name) {
        return order.campaigns().get(name);
    }

    @Override
    public List<Campaign> campaigns() {
        return order.campaigns().values().stream()
                .sorted(Comparator.comparing(Campaign::name))
                .toList();
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
    public List<Near> near(Basket basket, Predicate<Rule> among, int limit) {
        return nearby.of(basket, among, limit);
    }

    @Override
    public List<Prospect> prospects(Customer customer) {
        return open.of(customer);
    }

    @Override
    public List<Proposal> evaluate(Stage stage, Situation situation) {
        StageRules rules = stages.get(stage);
        return rules == null ? List.of() : rules.evaluate(situation);
    }
}
