package io.pelleh.bench.evaluate;

import io.pelleh.bench.promotion.Promotion;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Item;
import java.util.ArrayList;
import java.util.List;

/** By hand: look at every promotion, its customer and basket first, then at every line. */
final class LinearScan implements Evaluator {

    private final Promotion[] promotions;

    LinearScan(List<Promotion> promotions) {
        this.promotions = promotions.toArray(Promotion[]::new);
    }

    @Override
    public List<Hit> evaluate(Basket basket) {
        Shopper shopper = Shopper.of(basket);
        List<Hit> hits = new ArrayList<>();
        for (Promotion promotion : promotions) {
            if (shopper.meets(promotion)) {
                lines(promotion, basket, hits);
            }
        }
        return hits;
    }

    private static void lines(Promotion promotion, Basket basket, List<Hit> hits) {
        for (Item item : basket.items()) {
            if (promotion.category().equals(item.getCategory()) && item.getQuantity() >= promotion.minQuantity()) {
                hits.add(Hit.of(promotion, item));
            }
        }
    }
}
