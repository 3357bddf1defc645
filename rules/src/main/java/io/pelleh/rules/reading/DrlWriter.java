package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.rules.reading.Formula.Term;
import java.util.List;
import java.util.stream.Collectors;

/** Writes checked conditions back as DRL: the only text of a rule that Drools ever compiles. */
public final class DrlWriter {

    private DrlWriter() {}

    /** A clause as it stands in {@code when}. */
    public static String clause(Clause clause) {
        return switch (clause) {
            case Clause.Fact fact -> (fact.name() == null ? "" : fact.name() + " : ") + pattern(fact);
            case Clause.Missing missing -> "not( " + clause(missing.clause()) + " )";
            case Clause.Exists exists -> "exists( " + clause(exists.clause()) + " )";
            case Clause.Both both -> joined(both.clauses(), " and ");
            case Clause.Either either -> joined(either.clauses(), " or ");
        };
    }

    private static String joined(List<Clause> clauses, String word) {
        return clauses.size() == 1
                ? clause(clauses.getFirst())
                : clauses.stream().map(DrlWriter::clause).collect(Collectors.joining(word, "( ", " )"));
    }

    private static String pattern(Clause.Fact fact) {
        return fact.formulas().stream()
                .map(formula -> constraint(fact.subject(), formula))
                .collect(Collectors.joining(", ", fact.subject().type() + "(", ")"));
    }

    /** A constraint; names are given outside of brackets only. */
    private static String constraint(Subject subject, Formula formula) {
        return formula instanceof Formula.All all
                ? all.parts().stream().map(part -> constraint(subject, part)).collect(Collectors.joining(", "))
                : formula(subject, formula);
    }

    /** A formula as it stands inside a pattern of {@code subject}. */
    public static String formula(Subject subject, Formula formula) {
        return switch (formula) {
            case Formula.Compare c -> compare(subject, c);
            case Formula.Relation r ->
                terms(subject, r.left()) + " " + r.operator().sign() + " " + terms(subject, r.right());
            case Formula.Named n -> n.name() + " : " + path(subject, n.attribute());
            case Formula.All all -> joined(subject, all.parts(), " && ");
            case Formula.Any any -> joined(subject, any.parts(), " || ");
            case Formula.Not not -> "!(" + formula(subject, not.part()) + ")";
        };
    }

    private static String joined(Subject subject, List<Formula> parts, String sign) {
        return parts.stream().map(part -> formula(subject, part)).collect(Collectors.joining(sign, "(", ")"));
    }

    private static String compare(Subject subject, Formula.Compare compare) {
        String path = path(subject, compare.attribute());
        String sign = " " + compare.operator().sign() + " ";
        String values = compare.values().stream().map(DrlWriter::value).collect(Collectors.joining(", "));
        return path + sign + (compare.operator().lists() ? "(" + values + ")" : values);
    }

    private static String terms(Subject subject, List<Term> terms) {
        return terms.stream()
                .map(term -> switch (term) {
                    case Term.Of(Attribute attribute) -> path(subject, attribute);
                    case Term.Constant(long number) -> number + "L";
                    case Term.Name(String text) -> text;
                    case Term.Sign(String text) -> text;
                })
                .collect(Collectors.joining(" "));
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> number + "L";
            case Value.Word(String text) -> '"' + text + '"';
            case Value.Truth(boolean yes) -> Boolean.toString(yes);
        };
    }

    private static String path(Subject subject, Attribute attribute) {
        return Subject.of(attribute) == subject
                ? attribute.path().substring(attribute.path().indexOf('.') + 1)
                : attribute.path();
    }
}
