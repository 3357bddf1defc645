package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Turns Drools' own tree of a {@code when} into ours; what has no place there is wrong. */
final class Clauses {

    private static final String HINT = "use Customer(…), Basket(…), Item(…), Bought(…) with not, exists, and, or";
    private static final int MAX_FACTS = 12;

    private final Vocabulary vocabulary;

    Clauses(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<Clause> of(RuleDescr rule) {
        List<Clause> clauses = all(rule.getLhs());
        int[] facts = new int[1];
        clauses.forEach(clause -> clause.each(fact -> facts[0]++));
        if (facts[0] > MAX_FACTS) {
            throw new Wrong("a rule looks at no more than " + MAX_FACTS + " facts", "use several rules");
        }
        return clauses;
    }

    private List<Clause> all(ConditionalElementDescr parent) {
        List<Clause> clauses = new ArrayList<>();
        for (Object child : parent.getDescrs()) {
            clauses.add(clause((BaseDescr) child));
        }
        return clauses;
    }

    private Clause clause(BaseDescr descr) {
        return switch (descr) {
            case PatternDescr pattern -> fact(pattern);
            case NotDescr not -> new Clause.Missing(new Clause.Both(all(not)));
            case ExistsDescr exists -> new Clause.Exists(new Clause.Both(all(exists)));
            case AndDescr and -> new Clause.Both(all(and));
            case OrDescr or -> new Clause.Either(all(or));
            default -> throw new Wrong(name(descr) + " is not allowed", HINT);
        };
    }

    private static String name(BaseDescr descr) {
        return descr.getClass().getSimpleName().replace("Descr", "").toLowerCase(java.util.Locale.ROOT);
    }

    private Clause.Fact fact(PatternDescr pattern) {
        if (pattern.getSource() != null || !pattern.getBehaviors().isEmpty() || pattern.isQuery()) {
            throw new Wrong("from, accumulate, collect, windows and queries are not allowed", HINT);
        }
        Subject subject = Subject.of(pattern.getObjectType())
                .orElseThrow(() -> new Wrong(pattern.getObjectType() + " is not a fact", HINT));
        String name = pattern.getIdentifier();
        if (name != null && (!name.startsWith("$") || pattern.isUnification())) {
            throw new Wrong("the name " + name + " must begin with $ and a colon must follow", "");
        }
        List<Formula> formulas = new ArrayList<>();
        for (Object part : pattern.getConstraint().getDescrs()) {
            formulas.add(formula(subject, (BaseDescr) part));
        }
        return new Clause.Fact(subject, name, formulas);
    }

    private Formula formula(Subject subject, BaseDescr part) {
        if (!(part instanceof ExprConstraintDescr expression)
                || expression.getType() == ExprConstraintDescr.Type.POSITIONAL) {
            throw new Wrong(name(part) + " is not allowed inside a fact", "compare attributes with values");
        }
        return FormulaParser.parse(vocabulary, subject, expression.getExpression());
    }
}
