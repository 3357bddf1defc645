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
 * The one rule that runs every table: {@code Probe($key : key) and Row(key == $key, holds)}.
 *
 * <p>Written in Drools' executable model, so nothing is generated or compiled, however many rows there are.
 */
final class RowRule {

    private RowRule() {}

    static KieBase base() {
        Variable<Probe> probe = declarationOf(Probe.class, "probe");
        Variable<Row> row = declarationOf(Row.class, "row");
        Rule rule = rule("row in force")
                .build(
                        pattern(probe),
                        pattern(row)
                                .expr(
                                        "same key",
                                        probe,
                                        (r, p) -> r.key() == p.key(),
                                        betaIndexedBy(Key.class, Index.ConstraintType.EQUAL, 0, Row::key, Probe::key))
                                .expr("rest holds", probe, (r, p) -> p.meets(r)),
                        on(probe, row).execute((p, r) -> p.met(r)));
        KieBaseConfiguration configuration =
                RuleBaseFactory.newKnowledgeBaseConfiguration(null, RowRule.class.getClassLoader());
        return KieBaseBuilder.createKieBaseFromModel(new ModelImpl().addRule(rule), configuration);
    }
}
