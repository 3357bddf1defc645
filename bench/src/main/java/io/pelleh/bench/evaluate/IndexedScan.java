package io.pelleh.bench.evaluate;

import io.pelleh.bench.promotion.Promotion;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** By hand: look only at the promotions of each line's category. */
final class IndexedScan implements Evaluator {

    private final Map<String, List<Promotion>> byCategory;

    IndexedScan(List<Promotion> promotions) {
        this.byCategory = promotions.stream().collect(Collectors.groupingBy(Promotion::category));
    }

    @Override
    public List<Hit> evaluate(Basket basket) {
        Shopper shopper = Shopper.of(basket);
        List<Hit> hits = new ArrayList<>();
        for (Item item : basket.items()) {
            evaluate(shopper, item, hits);
        }
        return hits;
    }

    private void evaluate(Shopper shopper, Item item, List<Hit> hits) {
        for (Promotion promotion : byCategory.getOrDefault(item.getCategory(), List.of())) {
            if (item.getQuantity() >= promotion.minQuantity() && shopper.meets(promotion)) {
                hits.add(Hit.of(promotion, item));
            }
        }
    }
}
