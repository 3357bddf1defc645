package io.pelleh.api.http;

import io.pelleh.engine.customer.Rung;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Coupon;
import io.pelleh.engine.decision.Distance;
import io.pelleh.engine.decision.Lane;
import io.pelleh.engine.decision.Near;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.Prospect;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Safeguards;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.decision.Texts;
import io.pelleh.engine.decision.Thresholds;
import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Customer;
import io.pelleh.engine.facts.Situation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Ten percent off and a point per thousand from 100,000 on; whoever has bought is a customer. */
final class TenPercent implements RuleSet {

    private static final Condition ENOUGH = new Condition("basket.total", ">=", "100000");

    @Override
    public long release() {
        return 1;
    }

    @Override
    public Map<String, Long> versions() {
        return Map.of("promotions/demo", 3L);
    }

    @Override
    public List<Proposal> evaluate(Stage stage, Situation situation) {
        if (stage == Stage.LADDER && situation.customer().getOrders() > 0) {
            return List.of(
                    new Proposal(rule("ladder/demo/bought", List.of()), 0, new Ask.Place(Rung.CUSTOMER), situation));
        }
        var basket = situation.basket();
        if (stage != Stage.PROMOTIONS || basket == null || basket.getTotal() < 100_000) {
            return List.of();
        }
        Rule off = rule("promotions/demo/ten-percent", List.of(ENOUGH));
        Rule points = rule("promotions/demo/points", List.of());
        return List.of(
                new Proposal(off, 0, new Ask.PercentOff(Ask.Off.BASKET, 1000), situation),
                new Proposal(points, 1, new Ask.PointsPer(1000, 1), situation));
    }

    @Override
    public List<Near> near(Basket basket, Predicate<Rule> among, int limit) {
        Rule off = rule("promotions/demo/ten-percent", List.of(ENOUGH));
        long missing = 100_000 - basket.getTotal();
        Distance distance = new Distance("basket.total", Attribute.Unit.MONEY, missing);
        return missing > 0 && among.test(off)
                ? List.of(new Near(off, ENOUGH.seen(basket), distance, missing))
                : List.of();
    }

    @Override
    public List<Prospect> prospects(Customer customer) {
        Rule off = rule("promotions/demo/ten-percent", List.of(ENOUGH));
        Rule told = off.told(Texts.NONE.and("fa", new Texts.Text("ده درصد تخفیف", "", "")));
        Rule points = rule("promotions/demo/points", List.of());
        return List.of(
                new Prospect(told, List.of(ENOUGH), List.of("percentOff(10)"), Instant.MAX),
                new Prospect(points, List.of(), List.of("pointsPer(1000, 1)"), Instant.MAX));
    }

    private static Rule rule(String id, List<Condition> conditions) {
        return new Rule(id, "demo", 3, "main", 0, Rule.Limits.NONE, conditions, Terms.NONE);
    }

    @Override
    public List<Lane> lanes() {
        return List.of(Lane.best("main"));
    }

    @Override
    public List<Coupon> coupons(String code) {
        return List.of();
    }

    @Override
    public Safeguards safeguards() {
        return Safeguards.NONE;
    }

    @Override
    public List<String> tiers() {
        return List.of();
    }

    @Override
    public Thresholds thresholds() {
        return Thresholds.NONE;
    }

    @Override
    public Set<String> watchedSkus() {
        return Set.of();
    }
}
