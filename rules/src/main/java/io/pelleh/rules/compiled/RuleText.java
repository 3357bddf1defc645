package io.pelleh.rules.compiled;

import io.pelleh.engine.decision.Stage;
import io.pelleh.rules.reading.Clause;
import io.pelleh.rules.reading.DrlWriter;
import io.pelleh.rules.reading.Formula;
import io.pelleh.rules.reading.Subject;
import io.pelleh.rules.reading.WrittenRule;
import io.pelleh.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The DRL that is compiled for the rules of a stage: checked conditions, and one call that says which rule held. */
final class RuleText {

    /** Constraints that many rules share come first, so that Drools can share and hash them. */
    private static final Comparator<Formula.Compare> SHARED_FIRST = Comparator.comparing(
                    (Formula.Compare c) -> c.operator() != Operator.EQUAL)
            .thenComparing(c -> Subject.of(c.attribute()) == Subject.CUSTOMER)
            .thenComparing(c -> c.attribute().path())
            .thenComparing(c -> c.values().toString());

    private static final String MET = "$_met";

    private RuleText() {}

    static String packageName(Stage stage) {
        return "pelleh.compiled." + stage.name().toLowerCase(Locale.ROOT);
    }

    static String of(Stage stage, List<WrittenRule> rules) {
        StringBuilder text = new StringBuilder("package " + packageName(stage) + ";\n");
        for (Subject subject : Subject.values()) {
            text.append("import io.pelleh.engine.facts.").append(subject.type()).append(";\n");
        }
        text.append("global ").append(Sink.class.getName()).append(" sink;\n");
        for (int i = 0; i < rules.size(); i++) {
            append(text, rules.get(i), i);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, WrittenRule rule, int number) {
        List<Clause> when = joins(rule) ? named(rule) : one(rule);
        String met = when.stream()
                .map(clause ->
                        clause instanceof Clause.Fact fact && fact.subject() == rule.about() ? fact.name() : null)
                .filter(Objects::nonNull)
                .findFirst()
                .map(name -> ", " + name)
                .orElse("");
        text.append("rule \"r").append(number).append("\" when\n");
        when.forEach(
                clause -> text.append("  ").append(DrlWriter.compiled(clause)).append('\n'));
        text.append("then\n  sink.met(").append(number).append(met).append(");\nend\n");
    }

    private static boolean joins(WrittenRule rule) {
        return !rule.flat() || (rule.about() == Subject.BOUGHT && rule.needsBasket());
    }

    /**
     * All conditions on one single fact: no joins. A rule without conditions looks at that fact too: without any pattern
     * it would hold once in the life of a session.
     */
    private static List<Clause> one(WrittenRule rule) {
        List<Formula.Compare> all = new ArrayList<>();
        rule.when().forEach(clause -> clause.eachFormula(formula -> all.add((Formula.Compare) formula)));
        return List.of(new Clause.Fact(
                rule.about(),
                MET,
                all.stream().sorted(SHARED_FIRST).map(Formula.class::cast).toList()));
    }

    /** The conditions as they are; the fact that the rule is about gets a name if it has none. */
    private static List<Clause> named(WrittenRule rule) {
        List<Clause> when = new ArrayList<>();
        boolean named = false;
        for (Clause clause : rule.when()) {
            boolean about = !named && clause instanceof Clause.Fact fact && fact.subject() == rule.about();
            when.add(about && clause instanceof Clause.Fact fact ? named(fact) : clause);
            named |= about;
        }
        return when;
    }

    private static Clause named(Clause.Fact fact) {
        return fact.name() != null ? fact : new Clause.Fact(fact.subject(), MET, fact.formulas());
    }
}
