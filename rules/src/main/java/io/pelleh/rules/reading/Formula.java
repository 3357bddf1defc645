package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.vocabulary.Operator;
import java.util.List;
import java.util.function.Consumer;

/** What stands inside the brackets of a pattern: the closed set of things a condition can say. */
public sealed interface Formula {

    /** An attribute against constants; several only for {@code in}. */
    record Compare(Attribute attribute, Operator operator, List<Value> values) implements Formula {
        public Compare {
            values = List.copyOf(values);
        }

        /** Whether it holds for a situation that has such a value. */
        public boolean holds(Situation situation) {
            return switch (attribute) {
                case Attribute.Numeric n -> holds(new Value.Whole(n.read().applyAsLong(situation)));
                case Attribute.Text t -> holds(new Value.Word(t.read().apply(situation)));
                case Attribute.Flag f -> holds(new Value.Truth(f.read().test(situation)));
                case Attribute.Words w -> {
                    List<String> words = w.read().apply(situation);
                    boolean among = words.stream().map(Value.Word::new).anyMatch(values::contains);
                    yield among == (operator == Operator.CONTAINS);
                }
            };
        }

        private boolean holds(Value value) {
            return switch (operator) {
                case EQUAL, IN, CONTAINS -> values.contains(value);
                case NOT_EQUAL, NOT_IN, NOT_CONTAINS -> !values.contains(value);
                case LESS -> compared(value) < 0;
                case AT_MOST -> compared(value) <= 0;
                case MORE -> compared(value) > 0;
                case AT_LEAST -> compared(value) >= 0;
            };
        }

        private int compared(Value value) {
            if (value instanceof Value.Whole(long one) && values.getFirst() instanceof Value.Whole(long other)) {
                return Long.compare(one, other);
            }
            throw new IllegalArgumentException("only numbers have an order: " + value);
        }
    }

    /** An attribute against another attribute, a name, or a sum of them. */
    record Relation(List<Term> left, Operator operator, List<Term> right) implements Formula {
        public Relation {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /** Gives an attribute a name for later patterns. */
    record Named(String name, Attribute attribute) implements Formula {}

    /** All of them. */
    record All(List<Formula> parts) implements Formula {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them. */
    record Any(List<Formula> parts) implements Formula {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Not that. */
    record Not(Formula part) implements Formula {}

    /** A piece of arithmetic. */
    sealed interface Term {

        /** The attribute's value. */
        record Of(Attribute attribute) implements Term {}

        /** A number. */
        record Constant(long number) implements Term {}

        /** A name bound by an earlier pattern, or a path below it. */
        record Name(String text) implements Term {}

        /** {@code + - * ( )}. */
        record Sign(String text) implements Term {}
    }

    /** Whether it is one comparison with constants, or several that must all hold. */
    default boolean plain() {
        return switch (this) {
            case Compare c -> true;
            case All all -> all.parts().stream().allMatch(Formula::plain);
            case Relation r -> false;
            case Named n -> false;
            case Any a -> false;
            case Not n -> false;
        };
    }

    /** Shows every comparison, relation and name in it. */
    default void each(Consumer<Formula> visitor) {
        switch (this) {
            case All all -> all.parts().forEach(part -> part.each(visitor));
            case Any any -> any.parts().forEach(part -> part.each(visitor));
            case Not not -> not.part().each(visitor);
            case Compare c -> visitor.accept(c);
            case Relation r -> visitor.accept(r);
            case Named n -> visitor.accept(n);
        }
    }
}
