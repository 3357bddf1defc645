package io.pelleh.bench.evaluate;

import io.pelleh.bench.promotion.Promotion;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Item;
import java.util.ArrayList;
import java.util.List;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatefulSession;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/**
 * Evrete: one rule for each promotion over one kind of fact, a line with its shopper, in a session that lives long.
 *
 * <p>Of what was tried this is its fastest: conditions as text, which rules share (lambdas cost 1.5 times as much), and
 * clearing the session (deleting facts or a new session each time cost more than twice as much). Its tasks run on the
 * caller's thread: cheaper than handing them over, and all of it is counted.
 */
final class Evrete implements Evaluator {

    private final StatefulSession session;
    private List<Hit> hits = new ArrayList<>();

    Evrete(List<Promotion> promotions) {
        KnowledgeService service =
                KnowledgeService.builder().withExecutor(new CallerRuns()).build();
        RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
        promotions.forEach(promotion -> rule(rules, promotion));
        this.session = rules.build().newStatefulSession();
    }

    private void rule(RuleSetBuilder<Knowledge> rules, Promotion p) {
        LhsBuilder<Knowledge> when = rules.newRule("p" + p.number())
                .forEach("$p", Purchase.class)
                .where("$p.category.equals(\"" + p.category() + "\")");
        when = p.tier().isEmpty() ? when : when.where("$p.tier.equals(\"" + p.tier() + "\")");
        when = p.segment().isEmpty() ? when : when.where("$p.segment.equals(\"" + p.segment() + "\")");
        when.where("$p.total >= " + p.minTotal() + "L")
                .where("$p.recencyDays <= " + p.maxRecencyDays() + "L")
                .where("$p.quantity >= " + p.minQuantity() + "L")
                .execute(context -> met(p, context));
    }

    private void met(Promotion promotion, RhsContext context) {
        Purchase purchase = context.get("$p");
        hits.add(Hit.of(promotion, purchase.item()));
    }

    @Override
    public List<Hit> evaluate(Basket basket) {
        hits = new ArrayList<>();
        Shopper shopper = Shopper.of(basket);
        for (Item item : basket.items()) {
            session.insert(new Purchase(item, shopper));
        }
        session.fire();
        session.clear();
        return hits;
    }
}
