package io.pelleh.rules;

import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.reading.Value;
import io.pelleh.rules.reading.WrittenRule;
import io.pelleh.rules.vocabulary.Operator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the products whose last purchase rules look at. */
final class WatchedProducts {

    private WatchedProducts() {}

    static Set<String> of(List<WrittenRule> rules) {
        Set<String> skus = new TreeSet<>();
        for (WrittenRule rule : rules) {
            rule.when()
                    .forEach(clause -> clause.eachFormula(formula -> {
                        if (formula instanceof Compare compare && names(compare)) {
                            compare.values().stream().map(Value::shown).forEach(skus::add);
                        }
                    }));
        }
        return skus;
    }

    private static boolean names(Compare compare) {
        return compare.attribute().path().equals("bought.sku")
                && (compare.operator() == Operator.EQUAL || compare.operator() == Operator.IN);
    }
}
