package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.rules.reading.Formula.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes checked conditions back as DRL: as people write them, or as the only text of a rule that Drools ever compiles. */
public final class DrlWriter {

    private static final DrlWriter SHOWN = new DrlWriter(false);
    private static final DrlWriter COMPILED = new DrlWriter(true);

    private final boolean compiled;

    private DrlWriter(boolean compiled) {
        this.compiled = compiled;
    }

    /** A clause as it stands in {@code when}. */
    public static String clause(Clause clause) {
        return SHOWN.write(clause);
    }

    /** A formula as it stands inside a pattern of {@code subject}. */
    public static String formula(Subject subject, Formula formula) {
        return SHOWN.write(subject, formula);
    }

    /** A clause as Drools compiles it: a shop's own attributes are calls, and nothing is divided by zero. */
    public static String compiled(Clause clause) {
        return COMPILED.write(clause);
    }

    private String write(Clause clause) {
        return switch (clause) {
            case Clause.Fact fact -> (fact.name() == null ? "" : fact.name() + " : ") + pattern(fact);
            case Clause.Missing missing -> "not( " + write(missing.clause()) + " )";
            case Clause.Exists exists -> "exists( " + write(exists.clause()) + " )";
            case Clause.Both both -> joined(both.clauses(), " and ");
            case Clause.Either either -> joined(either.clauses(), " or ");
        };
    }

    private String joined(List<Clause> clauses, String word) {
        return clauses.size() == 1
                ? write(clauses.getFirst())
                : clauses.stream().map(this::write).collect(Collectors.joining(word, "( ", " )"));
    }

    private String pattern(Clause.Fact fact) {
        return fact.formulas().stream()
                .map(formula -> constraint(fact.subject(), formula))
                .collect(Collectors.joining(", ", fact.subject().type() + "(", ")"));
    }

    /** A constraint; names are given outside of brackets only. */
    private String constraint(Subject subject, Formula formula) {
        return formula instanceof Formula.All all
                ? all.parts().stream().map(part -> constraint(subject, part)).collect(Collectors.joining(", "))
                : write(subject, formula);
    }

    private String write(Subject subject, Formula formula) {
        return switch (formula) {
            case Formula.Compare c -> compare(subject, c);
            case Formula.Relation r -> relation(subject, r);
            case Formula.Named n -> n.name() + " : " + path(subject, n.attribute());
            case Formula.All all -> joined(subject, all.parts(), " && ");
            case Formula.Any any -> joined(subject, any.parts(), " || ");
            case Formula.Not not -> "!(" + write(subject, not.part()) + ")";
        };
    }

    private String joined(Subject subject, List<Formula> parts, String sign) {
        return parts.stream().map(part -> write(subject, part)).collect(Collectors.joining(sign, "(", ")"));
    }

    private String compare(Subject subject, Formula.Compare compare) {
        String path = path(subject, compare.attribute());
        String sign = " " + compare.operator().sign() + " ";
        String values = compare.values().stream().map(DrlWriter::value).collect(Collectors.joining(", "));
        return path + sign + (compare.operator().lists() ? "(" + values + ")" : values);
    }

    private String relation(Subject subject, Formula.Relation relation) {
        String written = terms(subject, relation.left()) + " "
                + relation.operator().sign() + " " + terms(subject, relation.right());
        List<Term> divisors = new ArrayList<>(divisors(relation.left()));
        divisors.addAll(divisors(relation.right()));
        return !compiled || divisors.isEmpty()
                ? written
                : divisors.stream()
                        .map(divisor -> term(subject, divisor) + " != 0L && ")
                        .collect(Collectors.joining("", "(", written + ")"));
    }

    /** What is divided by: where it is zero the condition does not hold. */
    private static List<Term> divisors(List<Term> terms) {
        List<Term> divisors = new ArrayList<>();
        for (int i = 1; i < terms.size(); i++) {
            if (terms.get(i - 1).equals(new Term.Sign("/")) && !(terms.get(i) instanceof Term.Constant)) {
                divisors.add(terms.get(i));
            }
        }
        return divisors;
    }

    private String terms(Subject subject, List<Term> terms) {
        return terms.stream().map(term -> term(subject, term)).collect(Collectors.joining(" "));
    }

    private String term(Subject subject, Term term) {
        return switch (term) {
            case Term.Of(Attribute attribute) -> path(subject, attribute);
            case Term.Constant(long number) -> number + "L";
            case Term.Name(String text) -> text;
            case Term.Sign(String text) -> text;
        };
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> number + "L";
            case Value.Word(String text) -> '"' + text.replace("\"", "\\\"") + '"';
            case Value.Truth(boolean yes) -> Boolean.toString(yes);
        };
    }

    private String path(Subject subject, Attribute attribute) {
        String written = Paths.written(subject, attribute);
        return compiled && attribute.own() ? call(written, attribute) : written;
    }

    /** {@code basket.attributes.colour} as {@code basket.attribute("colour")}. */
    private static String call(String written, Attribute attribute) {
        int name = written.lastIndexOf('.') + 1;
        String owner = written.substring(0, name - "attributes.".length());
        String getter = switch (attribute) {
            case Attribute.Numeric n -> "number";
            case Attribute.Flag f -> "flag";
            case Attribute.Text t -> "attribute";
            case Attribute.Words w -> throw new IllegalStateException("no shop declares lists of words");
        };
        return owner + getter + "(\"" + written.substring(name) + "\")";
    }
}
