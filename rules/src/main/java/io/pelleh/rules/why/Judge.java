package io.pelleh.rules.why;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Distance;
import io.pelleh.engine.decision.Need;
import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.reading.Clause;
import io.pelleh.rules.reading.DrlWriter;
import io.pelleh.rules.reading.Formula;
import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.reading.Subject;
import io.pelleh.rules.reading.Value;
import io.pelleh.rules.reading.WrittenRule;
import io.pelleh.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the conditions of one rule against one situation. */
final class Judge {

    private final WrittenRule rule;
    private final Sight sight;
    private final List<Look> looks = new ArrayList<>();

    Judge(WrittenRule rule, Sight sight) {
        this.rule = rule;
        this.sight = sight;
    }

    /** A condition, and what is missing for it where that can be said. */
    private record Look(Judged judged, @Nullable Distance distance) {

        boolean met() {
            return judged.met();
        }
    }

    Account account() {
        boolean matched = sight.holds(rule.when());
        if (rule.flat()) {
            closest(rule.about(), rule.when());
        } else if (linked()) {
            String text = rule.when().stream().map(DrlWriter::clause).collect(Collectors.joining(", "));
            looks.add(whole(text, matched));
        } else {
            rule.when().forEach(this::clause);
        }
        rule.rule().terms().reach().needs().forEach(this::need);
        boolean held = matched && rule.rule().terms().reach().suppliedBy(goods());
        boolean inForce = rule.validity().covers(sight.base().customer().now());
        return new Account(
                rule.rule(),
                held,
                inForce,
                looks.stream().map(Look::judged).toList(),
                held || !inForce ? null : distance());
    }

    private void need(Need need) {
        Condition.Seen seen = need.seen(goods());
        Optional<Distance> missing = need.missing(goods());
        looks.add(new Look(new Judged(seen.condition(), seen.actual(), missing.isEmpty()), missing.orElse(null)));
    }

    private Goods goods() {
        Basket basket = sight.base().basket();
        return basket == null ? Goods.NONE : basket.goods();
    }

    /** How much is missing, where one condition is not met, and it is a threshold on something that only grows. */
    private @Nullable Distance distance() {
        List<Look> unmet = looks.stream().filter(look -> !look.met()).toList();
        return unmet.size() == 1 ? unmet.getFirst().distance() : null;
    }

    /** Whether patterns refer to each other, so that none can be judged alone. */
    private boolean linked() {
        boolean[] linked = new boolean[1];
        rule.when()
                .forEach(clause ->
                        clause.eachFormula(formula -> linked[0] |= formula instanceof Formula.Relation relation
                                && (names(relation.left()) || names(relation.right()))));
        return linked[0];
    }

    private static boolean names(List<Formula.Term> terms) {
        return terms.stream().anyMatch(term -> term instanceof Formula.Term.Name);
    }

    private void clause(Clause clause) {
        switch (clause) {
            case Clause.Fact fact -> closest(fact.subject(), List.of(fact));
            case Clause.Both both -> both.clauses().forEach(this::clause);
            default -> looks.add(whole(DrlWriter.clause(clause), sight.holds(List.of(clause))));
        }
    }

    /** Judges patterns that one fact answers by the fact that meets most of them. */
    private void closest(Subject about, List<Clause> patterns) {
        if (patterns.stream().anyMatch(this::absent) || sight.facts(about).isEmpty()) {
            patterns.forEach(this::alone);
            return;
        }
        List<Look> best = List.of();
        long most = -1;
        for (Situation fact : sight.facts(about)) {
            List<Look> all = judged(patterns, fact);
            long met = all.stream().filter(Look::met).count();
            if (met > most) {
                best = all;
                most = met;
            }
            if (met == all.size()) {
                break;
            }
        }
        looks.addAll(best);
    }

    private boolean absent(Clause pattern) {
        return sight.facts(((Clause.Fact) pattern).subject()).isEmpty();
    }

    /** Some other fact is not there at all: what the customer alone answers is still told. */
    private void alone(Clause pattern) {
        if (absent(pattern)) {
            looks.add(whole(DrlWriter.clause(pattern), false));
        } else {
            Subject subject = ((Clause.Fact) pattern).subject();
            looks.addAll(judged(List.of(pattern), sight.facts(subject).getFirst()));
        }
    }

    private static List<Look> judged(List<Clause> patterns, Situation fact) {
        List<Look> all = new ArrayList<>();
        for (Clause pattern : patterns) {
            Clause.Fact wanted = (Clause.Fact) pattern;
            if (wanted.formulas().isEmpty()) {
                all.add(whole(DrlWriter.clause(pattern), true));
            }
            wanted.formulas().forEach(formula -> judge(wanted.subject(), formula, fact, all));
        }
        return all;
    }

    private static void judge(Subject subject, Formula formula, Situation fact, List<Look> into) {
        switch (formula) {
            case Formula.All all -> all.parts().forEach(part -> judge(subject, part, fact, into));
            case Formula.Compare compare -> into.add(compared(compare, fact));
            case Formula.Named n -> {}
            default -> into.add(whole(DrlWriter.formula(subject, formula), Sight.holds(formula, fact, Names.NONE)));
        }
    }

    private static Look compared(Compare compare, Situation fact) {
        Judged judged = judged(compare, fact);
        return new Look(judged, judged.met() ? null : distance(compare, fact));
    }

    /** One comparison in words, beside the value it meets. */
    static Judged judged(Compare compare, Situation fact) {
        Condition words = new Condition(
                compare.attribute().path(),
                compare.operator().sign(),
                compare.values().stream().map(Value::shown).collect(Collectors.joining(", ")));
        return new Judged(words, compare.attribute().text(fact), Sight.holds(compare, fact, Names.NONE));
    }

    /** What is missing for a comparison that does not hold, where that can be said. */
    static @Nullable Distance distance(Compare compare, Situation fact) {
        boolean more = compare.operator() == Operator.MORE;
        boolean threshold = more || compare.operator() == Operator.AT_LEAST;
        if (threshold
                && compare.attribute() instanceof Attribute.Numeric numeric
                && numeric.grows()
                && compare.values().getFirst() instanceof Value.Whole(long wanted)) {
            long missing = wanted - numeric.read().applyAsLong(fact) + (more ? 1 : 0);
            return new Distance(numeric.path(), numeric.unit(), missing);
        }
        return null;
    }

    private static Look whole(String text, boolean met) {
        return new Look(new Judged(new Condition("", "rule", text), "", met), null);
    }
}
