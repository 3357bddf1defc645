package io.pelleh.rules.why;

import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Bought;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.reading.Clause;
import io.pelleh.rules.reading.Formula;
import io.pelleh.rules.reading.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of one situation, and which clauses hold for them: the condition tree as it is written, with no engine. */
final class Sight {

    private static final int MAX_LOOKS = 3_000_000;

    private final Situation base;
    private final @Nullable Basket basket;
    private @Nullable List<Bought> bought;
    private int looks;

    Sight(Situation base) {
        this.base = base;
        this.basket = base.basket();
    }

    Situation base() {
        return base;
    }

    List<? extends Situation> facts(Subject subject) {
        return switch (subject) {
            case CUSTOMER -> List.of(base.customer());
            case BASKET -> basket == null ? List.of() : List.of(basket);
            case ITEM -> basket == null ? List.of() : basket.items();
            case BOUGHT -> bought();
        };
    }

    private List<Bought> bought() {
        if (bought == null) {
            bought = Bought.of(base);
        }
        return bought;
    }

    /** Whether there are facts for which all of the clauses hold together. */
    boolean holds(List<Clause> clauses) {
        looks = 0;
        return any(clauses, Names.NONE);
    }

    private boolean any(List<Clause> clauses, Names names) {
        if (clauses.isEmpty()) {
            return true;
        }
        List<Clause> rest = clauses.subList(1, clauses.size());
        return switch (clauses.getFirst()) {
            case Clause.Fact fact -> anyFact(fact, rest, names);
            case Clause.Missing missing -> !any(List.of(missing.clause()), names) && any(rest, names);
            case Clause.Exists exists -> any(List.of(exists.clause()), names) && any(rest, names);
            case Clause.Both both -> any(joined(both.clauses(), rest), names);
            case Clause.Either either ->
                either.clauses().stream().anyMatch(one -> any(joined(List.of(one), rest), names));
        };
    }

    private static List<Clause> joined(List<Clause> first, List<Clause> rest) {
        List<Clause> all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }

    private boolean anyFact(Clause.Fact wanted, List<Clause> rest, Names names) {
        for (Situation fact : facts(wanted.subject())) {
            if (++looks > MAX_LOOKS) {
                throw new EvaluationFailed("a rule joins too many lines to be explained");
            }
            Names known = named(wanted, fact, names);
            if (fits(wanted, fact, known) && any(rest, known)) {
                return true;
            }
        }
        return false;
    }

    private static Names named(Clause.Fact wanted, Situation fact, Names names) {
        Names[] known = {names.with(wanted.name(), fact)};
        wanted.formulas()
                .forEach(formula -> formula.each(part -> {
                    if (part instanceof Formula.Named(var name, var attribute)) {
                        known[0] = known[0].with(name, Values.of(attribute, fact));
                    }
                }));
        return known[0];
    }

    private static boolean fits(Clause.Fact wanted, Situation fact, Names names) {
        return wanted.formulas().stream().allMatch(formula -> holds(formula, fact, names));
    }

    /** Whether a formula holds for a fact. */
    static boolean holds(Formula formula, Situation fact, Names names) {
        return switch (formula) {
            case Formula.Compare c ->
                Values.compare(
                        Values.of(c.attribute(), fact),
                        c.operator(),
                        c.values().stream().map(Values::of).toList());
            case Formula.Relation r ->
                Values.compare(
                        Values.of(r.left(), fact, names), r.operator(), List.of(Values.of(r.right(), fact, names)));
            case Formula.Named n -> true;
            case Formula.All all -> all.parts().stream().allMatch(part -> holds(part, fact, names));
            case Formula.Any any -> any.parts().stream().anyMatch(part -> holds(part, fact, names));
            case Formula.Not not -> !holds(not.part(), fact, names);
        };
    }
}
