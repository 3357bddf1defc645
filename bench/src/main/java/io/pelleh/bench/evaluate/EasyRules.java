package io.pelleh.bench.evaluate;

import io.pelleh.bench.promotion.Promotion;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Item;
import java.util.ArrayList;
import java.util.List;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rule;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules with lambdas: one rule for each promotion, true when any line matches. */
final class EasyRules implements Evaluator {

    private final DefaultRulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();

    EasyRules(List<Promotion> promotions) {
        promotions.stream().map(EasyRules::rule).forEach(rules::register);
    }

    private static Rule rule(Promotion promotion) {
        return new RuleBuilder()
                .name("p" + promotion.number())
                .priority(promotion.number())
                .when(facts -> when(promotion, facts))
                .then(facts -> then(promotion, facts))
                .build();
    }

    private static boolean when(Promotion promotion, Facts facts) {
        Shopper shopper = facts.get("shopper");
        return shopper.meets(promotion) && meets(promotion, facts.<Basket>get("basket"));
    }

    private static boolean meets(Promotion promotion, Basket basket) {
        for (Item item : basket.items()) {
            if (meets(promotion, item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean meets(Promotion promotion, Item item) {
        return promotion.category().equals(item.getCategory()) && item.getQuantity() >= promotion.minQuantity();
    }

    private static void then(Promotion promotion, Facts facts) {
        Basket basket = facts.get("basket");
        List<Hit> hits = facts.get("hits");
        for (Item item : basket.items()) {
            if (meets(promotion, item)) {
                hits.add(Hit.of(promotion, item));
            }
        }
    }

    @Override
    public List<Hit> evaluate(Basket basket) {
        List<Hit> hits = new ArrayList<>();
        Facts facts = new Facts();
        facts.put("shopper", Shopper.of(basket));
        facts.put("basket", basket);
        facts.put("hits", hits);
        engine.fire(rules, facts);
        return hits;
    }
}
