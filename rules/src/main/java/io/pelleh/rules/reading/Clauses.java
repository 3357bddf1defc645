package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
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
    private final List<Wrong> wrongs;

    private Clauses(Vocabulary vocabulary, List<Wrong> wrongs) {
        this.vocabulary = vocabulary;
        this.wrongs = wrongs;
    }

    /** @param wrongs is told, with its line, what cannot be read; the rest is still read */
    static List<Clause> of(RuleDescr rule, Vocabulary vocabulary, List<Wrong> wrongs) {
        List<Clause> clauses = new Clauses(vocabulary, wrongs).all(rule.getLhs(), new Scope(vocabulary));
        int[] facts = new int[1];
        clauses.forEach(clause -> clause.each(fact -> facts[0]++));
        if (facts[0] > MAX_FACTS) {
            wrongs.add(new Wrong("a rule looks at no more than " + MAX_FACTS + " facts", "use several rules"));
        }
        return clauses;
    }

    private List<Clause> all(ConditionalElementDescr parent, Scope scope) {
        List<Clause> clauses = new ArrayList<>();
        for (Object child : parent.getDescrs()) {
            BaseDescr descr = (BaseDescr) child;
            try {
                clauses.add(clause(descr, scope));
            } catch (Wrong wrong) {
                tell(wrong, descr);
            }
        }
        return clauses;
    }

    private void tell(Wrong wrong, BaseDescr descr) {
        wrongs.add(descr.getLine() > 0 ? wrong.on(descr.getLine()) : wrong);
    }

    private Clause clause(BaseDescr descr, Scope scope) {
        if (descr instanceof AnnotatedBaseDescr annotated
                && !annotated.getAnnotations().isEmpty()) {
            throw new Wrong("annotations are not allowed in conditions", HINT);
        }
        return switch (descr) {
            case PatternDescr pattern -> fact(pattern, scope);
            case NotDescr not -> new Clause.Missing(new Clause.Both(all(not, scope.inner())));
            case ExistsDescr exists -> new Clause.Exists(new Clause.Both(all(exists, scope.inner())));
            case AndDescr and -> new Clause.Both(all(and, scope));
            case OrDescr or -> new Clause.Either(all(or, scope.inner()));
            default -> throw new Wrong(name(descr) + " is not allowed", HINT);
        };
    }

    private static String name(BaseDescr descr) {
        return descr.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT);
    }

    private Clause.Fact fact(PatternDescr pattern, Scope scope) {
        if (pattern.getSource() != null || !pattern.getBehaviors().isEmpty() || pattern.isQuery()) {
            throw new Wrong("from, accumulate, collect, windows and queries are not allowed", HINT);
        }
        Subject subject = Subject.of(pattern.getObjectType())
                .orElseThrow(() -> new Wrong(pattern.getObjectType() + " is not a fact", HINT));
        String name = pattern.getIdentifier();
        if (name != null) {
            if (pattern.isUnification()) {
                throw new Wrong("a colon must follow the name " + name, "");
            }
            scope.name(name, subject);
        }
        List<Formula> formulas = new ArrayList<>();
        for (Object part : pattern.getConstraint().getDescrs()) {
            try {
                formulas.add(formula(subject, (BaseDescr) part, scope));
            } catch (Wrong wrong) {
                tell(wrong, pattern);
            }
        }
        return new Clause.Fact(subject, name, formulas);
    }

    private Formula formula(Subject subject, BaseDescr part, Scope scope) {
        if (!(part instanceof ExprConstraintDescr expression)
                || expression.getType() == ExprConstraintDescr.Type.POSITIONAL) {
            throw new Wrong(name(part) + " is not allowed inside a fact", "compare attributes with values");
        }
        try {
            Formula formula = FormulaParser.parse(vocabulary, subject, expression.getExpression());
            scope.check(formula);
            return formula;
        } catch (Wrong wrong) {
            throw part.getLine() > 0 ? wrong.below(part.getLine()) : wrong;
        }
    }
}
