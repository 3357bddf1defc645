package io.pelleh.rules.why;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Bought;
import io.pelleh.engine.facts.Item;
import io.pelleh.engine.facts.Situation;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.reading.Formula.Term;
import io.pelleh.rules.reading.Value;
import io.pelleh.rules.vocabulary.Operator;
import java.util.List;

/** Reads and compares what conditions speak of. */
final class Values {

    private Values() {}

    static Object of(Attribute attribute, Situation fact) {
        return switch (attribute) {
            case Attribute.Numeric numeric -> numeric.read().applyAsLong(fact);
            case Attribute.Text text -> text.read().apply(fact);
            case Attribute.Flag flag -> flag.read().test(fact);
            case Attribute.Words words -> words.read().apply(fact);
        };
    }

    static Object of(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> number;
            case Value.Word(String text) -> text;
            case Value.Truth(boolean yes) -> yes;
        };
    }

    /** A sum with products in it, from left to right, products first. */
    static Object of(List<Term> terms, Situation fact, Names names) {
        if (terms.size() == 1) {
            return of(terms.getFirst(), fact, names);
        }
        long sum = 0;
        long product = number(terms.getFirst(), fact, names);
        long sign = 1;
        for (int i = 1; i + 1 < terms.size(); i += 2) {
            String operator = ((Term.Sign) terms.get(i)).text();
            long next = number(terms.get(i + 1), fact, names);
            if (operator.equals("*")) {
                product *= next;
            } else {
                sum += sign * product;
                sign = operator.equals("-") ? -1 : 1;
                product = next;
            }
        }
        return sum + sign * product;
    }

    private static long number(Term term, Situation fact, Names names) {
        return of(term, fact, names) instanceof Long number ? number : 0;
    }

    private static Object of(Term term, Situation fact, Names names) {
        return switch (term) {
            case Term.Of(Attribute attribute) -> of(attribute, fact);
            case Term.Constant(long number) -> number;
            case Term.Name(String text) -> named(text, names);
            case Term.Sign(String text) -> text;
        };
    }

    /** What {@code $name} means, or {@code $name.basket.total}. */
    private static Object named(String text, Names names) {
        int dot = text.indexOf('.');
        Object meaning = names.find(dot < 0 ? text : text.substring(0, dot));
        if (dot < 0 || !(meaning instanceof Situation fact)) {
            return meaning == null ? "" : meaning;
        }
        String path = text.substring(dot + 1);
        int last = path.lastIndexOf('.');
        String full = last < 0 ? word(fact) + "." + path : path.substring(path.lastIndexOf('.', last - 1) + 1);
        return Vocabulary.builtIn()
                .find(full)
                .map(attribute -> of(attribute, fact))
                .orElse("");
    }

    private static String word(Situation fact) {
        return switch (fact) {
            case Item item -> "item";
            case Bought bought -> "bought";
            case Basket basket -> "basket";
            default -> "customer";
        };
    }

    static boolean compare(Object left, Operator operator, List<Object> right) {
        Object first = right.getFirst();
        return switch (operator) {
            case EQUAL -> left.equals(first);
            case NOT_EQUAL -> !left.equals(first);
            case LESS -> order(left, first) < 0;
            case AT_MOST -> order(left, first) <= 0;
            case MORE -> order(left, first) > 0;
            case AT_LEAST -> order(left, first) >= 0;
            case IN -> right.contains(left);
            case NOT_IN -> !right.contains(left);
            case CONTAINS -> left instanceof List<?> words && words.contains(first);
            case NOT_CONTAINS -> left instanceof List<?> words && !words.contains(first);
        };
    }

    private static int order(Object left, Object right) {
        return left instanceof Long a && right instanceof Long b
                ? Long.compare(a, b)
                : left.toString().compareTo(right.toString());
    }
}
