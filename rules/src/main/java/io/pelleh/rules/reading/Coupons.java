package io.pelleh.rules.reading;

import io.pelleh.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The codes, and the batches of codes, that a rule's conditions ask for. */
final class Coupons {

    private static final String CODES = "basket.coupons";
    private static final String BATCHES = "basket.couponBatches";

    private Coupons() {}

    /** The one code that a rule cannot do without, or empty. */
    static String code(List<Clause> when) {
        List<String> codes = new ArrayList<>();
        for (Clause clause : when) {
            if (clause instanceof Clause.Fact fact) {
                fact.formulas().forEach(formula -> codes(formula, codes));
            }
        }
        return codes.size() == 1 ? codes.getFirst() : "";
    }

    private static void codes(Formula formula, List<String> codes) {
        if (formula instanceof Formula.All all) {
            all.parts().forEach(part -> codes(part, codes));
        } else if (formula instanceof Formula.Compare compare
                && compare.attribute().path().equals(CODES)
                && compare.operator() == Operator.CONTAINS) {
            compare.values().forEach(value -> codes.add(value.shown()));
        }
    }

    /** Every batch that its conditions name, in their order, wherever they name it. */
    static List<String> batches(List<Clause> when) {
        Set<String> batches = new LinkedHashSet<>();
        for (Clause clause : when) {
            clause.eachFormula(formula -> {
                if (formula instanceof Formula.Compare compare
                        && compare.attribute().path().equals(BATCHES)) {
                    compare.values().forEach(value -> batches.add(value.shown()));
                }
            });
        }
        return List.copyOf(batches);
    }
}
