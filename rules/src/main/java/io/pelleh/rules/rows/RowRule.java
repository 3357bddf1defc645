package io.pelleh.rules.rows;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.betaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Index;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;

/**
 * The one rule that runs every table: {@code Probe($key : key) and Shelf(key == $key, some row holds)}.
 *
 * <p>Written in Drools' executable model, so nothing is generated or compiled, however many rows there are.
 */
final class RowRule {

    private RowRule() {}

    static KieBase base() {
        Variable<Probe> probe = declarationOf(Probe.class, "probe");
        Variable<Shelf> shelf = declarationOf(Shelf.class, "shelf");
        Rule rule = rule("rows in force")
                .build(
                        pattern(probe),
                        pattern(shelf)
                                .expr(
                                        "same key",
                                        probe,
                                        (s, p) -> s.key() == p.key(),
                                        betaIndexedBy(Key.class, Index.ConstraintType.EQUAL, 0, Shelf::key, Probe::key))
                                .expr("a row holds", probe, (s, p) -> p.meets(s)),
                        on(probe, shelf).execute((p, s) -> p.met(s)));
        KieBaseConfiguration configuration =
                RuleBaseFactory.newKnowledgeBaseConfiguration(null, RowRule.class.getClassLoader());
        return KieBaseBuilder.createKieBaseFromModel(new ModelImpl().addRule(rule), configuration);
    }
}
