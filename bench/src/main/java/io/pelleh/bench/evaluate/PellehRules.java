package io.pelleh.bench.evaluate;

import io.pelleh.bench.promotion.Baskets;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Basket;
import io.pelleh.rules.RuleCompiler;
import java.util.List;
import java.util.Map;

/** Pelleh itself, from rule files. */
final class PellehRules implements Evaluator {

    private final RuleSet rules;

    PellehRules(Map<String, byte[]> files) {
        this.rules = RuleCompiler.compile(1, Baskets.ZONE, files);
    }

    @Override
    public List<Proposal> evaluate(Basket basket) {
        return rules.evaluate(Stage.PROMOTIONS, basket);
    }

    @Override
    public List<Hit> hits(Basket basket) {
        return evaluate(basket).stream().map(Hit::of).sorted().toList();
    }
}
