package io.pelleh.bench.evaluate;

import io.pelleh.bench.promotion.Promotions;
import io.pelleh.engine.facts.Basket;
import java.util.List;

/** A candidate is measured only if it finds what the linear scan finds. */
final class Agreement {

    private Agreement() {}

    /** @throws IllegalStateException with the first basket for which the two differ, or when there is nothing to find */
    static void check(Promotions book, Evaluator candidate, List<Basket> baskets) {
        Evaluator yardstick = new LinearScan(book.all());
        int found = 0;
        for (Basket basket : baskets) {
            List<Hit> expected = yardstick.hits(basket);
            List<Hit> actual = candidate.hits(basket);
            if (!actual.equals(expected)) {
                throw new IllegalStateException("not the same outcome: expected " + expected + " but was " + actual);
            }
            found += actual.size();
        }
        if (found == 0) {
            throw new IllegalStateException("no promotion holds for any basket: nothing to compare");
        }
    }
}
