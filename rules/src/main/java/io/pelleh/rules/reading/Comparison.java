package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.reading.Formula.Relation;
import io.pelleh.rules.reading.Formula.Term;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import io.pelleh.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Puts attribute, operator and values together where their types fit. */
final class Comparison {

    private Comparison() {}

    static Formula flag(List<Term> left) {
        if (left.size() == 1 && left.getFirst() instanceof Term.Of(Attribute.Flag flag)) {
            return new Compare(flag, Operator.EQUAL, List.of(new Value.Truth(true)));
        }
        throw new Wrong("a condition has no operator", "write: attribute operator value");
    }

    static Formula of(List<Term> left, Operator operator, List<Value> values) {
        if (left.size() == 1 && left.getFirst() instanceof Term.Of(var attribute)) {
            List<Value> fitting =
                    values.stream().map(value -> fitting(attribute, value)).toList();
            return new Compare(attribute, checked(attribute, operator), fitting);
        }
        if (values.size() == 1 && values.getFirst() instanceof Value.Whole(long number)) {
            return relation(left, operator, List.of(new Term.Constant(number)));
        }
        throw new Wrong("only an attribute can be compared with texts or lists", "");
    }

    static Formula relation(List<Term> left, Operator operator, List<Term> right) {
        if (operator.lists() || operator.contains()) {
            throw new Wrong("\"" + operator.sign() + "\" needs constants", "");
        }
        List<Term> all = new ArrayList<>(left);
        all.addAll(right);
        boolean arithmetic =
                operator.orders() || all.size() > 2 || all.stream().anyMatch(Term.Constant.class::isInstance);
        Class<?> type = arithmetic ? Attribute.Numeric.class : type(all);
        for (Term term : all) {
            if (term instanceof Term.Of(var attribute) && !type.isInstance(attribute)) {
                throw new Wrong(attribute.path() + " cannot be compared like this", "compare like with like");
            }
        }
        if (divided(left) || divided(right)) {
            throw new Wrong("a condition divides by 0", "divide by an attribute or another number");
        }
        return new Relation(left, operator, right);
    }

    private static Class<?> type(List<Term> terms) {
        return terms.stream()
                .flatMap(term -> term instanceof Term.Of(var attribute) ? Stream.of(attribute) : Stream.empty())
                .<Class<?>>map(Attribute::getClass)
                .findFirst()
                .orElse(Attribute.class);
    }

    private static boolean divided(List<Term> terms) {
        return Collections.indexOfSubList(terms, List.of(new Term.Sign("/"), new Term.Constant(0))) >= 0;
    }

    private static Operator checked(Attribute attribute, Operator operator) {
        boolean fits = switch (attribute) {
            case Attribute.Numeric n -> !operator.contains();
            case Attribute.Text t -> !operator.orders() && !operator.contains();
            case Attribute.Flag f -> operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
            case Attribute.Words w -> operator.contains();
        };
        if (!fits) {
            throw new Wrong("\"" + operator.sign() + "\" does not fit " + attribute.path(), fitting(attribute));
        }
        return operator;
    }

    private static String fitting(Attribute attribute) {
        return switch (attribute) {
            case Attribute.Numeric n -> "a number takes ==, !=, <, <=, >, >=, in, not in";
            case Attribute.Text t -> "a text takes ==, !=, in, not in";
            case Attribute.Flag f -> "yes or no takes == and !=";
            case Attribute.Words w -> "a list of words takes contains and not contains";
        };
    }

    private static Value fitting(Attribute attribute, Value value) {
        return switch (attribute) {
            case Attribute.Numeric n when value instanceof Value.Whole -> value;
            case Attribute.Numeric n when value instanceof Value.Word(String text) -> new Value.Whole(number(text));
            case Attribute.Text t when value instanceof Value.Word -> value;
            case Attribute.Words w when value instanceof Value.Word -> value;
            case Attribute.Flag f when value instanceof Value.Truth -> value;
            case Attribute.Flag f when value instanceof Value.Word(String text) -> truth(attribute, text);
            case Attribute a ->
                throw new Wrong(a.path() + " cannot be " + value.shown(), "put texts in quotes, and only texts");
        };
    }

    private static Value truth(Attribute attribute, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new Wrong(attribute.path() + " is true or false, not " + text, "");
        }
        return new Value.Truth(text.equals("true"));
    }

    /** A whole number, in either digits. */
    static long number(String written) {
        String plain = Script.number(written);
        try {
            return Long.parseLong(plain.endsWith("L") ? plain.substring(0, plain.length() - 1) : plain);
        } catch (NumberFormatException e) {
            throw new Wrong("\"" + written + "\" is not a whole number", "write digits only");
        }
    }
}
