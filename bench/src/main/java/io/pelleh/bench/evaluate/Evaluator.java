package io.pelleh.bench.evaluate;

import io.pelleh.engine.facts.Basket;
import java.util.List;

/** One way to find the promotions that hold for a basket. */
interface Evaluator {

    /** What holds, in the candidate's own words: a {@link Hit} or a proposal for each. */
    List<?> evaluate(Basket basket);

    /** The same as hits, to compare candidates by. */
    default List<Hit> hits(Basket basket) {
        return evaluate(basket).stream().map(Hit.class::cast).sorted().toList();
    }
}
