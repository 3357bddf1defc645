package io.pelleh.rules.reading;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What stands in the {@code when} of a rule: the closed set. */
public sealed interface Clause {

    /**
     * A fact for which every formula holds.
     *
     * @param name what it is bound to, {@code $item}, or null
     */
    record Fact(Subject subject, @Nullable String name, List<Formula> formulas) implements Clause {
        public Fact {
            formulas = List.copyOf(formulas);
        }
    }

    /** There is no such fact. */
    record Missing(Clause clause) implements Clause {}

    /** There is at least one, however many. */
    record Exists(Clause clause) implements Clause {}

    /** All of them. */
    record Both(List<Clause> clauses) implements Clause {
        public Both {
            clauses = List.copyOf(clauses);
        }
    }

    /** Any of them. */
    record Either(List<Clause> clauses) implements Clause {
        public Either {
            clauses = List.copyOf(clauses);
        }
    }

    /** Shows every fact in it. */
    default void each(Consumer<Fact> visitor) {
        switch (this) {
            case Fact fact -> visitor.accept(fact);
            case Missing missing -> missing.clause().each(visitor);
            case Exists exists -> exists.clause().each(visitor);
            case Both both -> both.clauses().forEach(c -> c.each(visitor));
            case Either either -> either.clauses().forEach(c -> c.each(visitor));
        }
    }

    /** Shows every comparison, relation and name in it. */
    default void eachFormula(Consumer<Formula> visitor) {
        each(fact -> fact.formulas().forEach(formula -> formula.each(visitor)));
    }
}
