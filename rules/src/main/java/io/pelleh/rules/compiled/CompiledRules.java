package io.pelleh.rules.compiled;

import io.pelleh.engine.decision.Stage;
import io.pelleh.rules.match.Matches;
import io.pelleh.rules.reading.Subject;
import io.pelleh.rules.reading.WrittenRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kie.api.KieBase;

/** The compiled rules of one stage: an immutable knowledge base, and the place of each of its rules. */
public final class CompiledRules {

    private final KieBase base;
    private final int[] places;
    private final Set<Subject> facts;
    private final Joins joins;

    CompiledRules(KieBase base, Source source) {
        this.base = base;
        this.places =
                source.rules().keySet().stream().mapToInt(Integer::intValue).toArray();
        this.facts = facts(source);
        this.joins = new Joins(source.rules().values());
    }

    /**
     * The rules of one stage that are to be compiled.
     *
     * @param rules by their place in the stage
     */
    public record Source(Stage stage, Map<Integer, WrittenRule> rules) {

        public Source {
            rules = new TreeMap<>(rules);
        }

        /** In the order of their places; a rule keeps its name when only its place is another. */
        List<WrittenRule> ordered() {
            return List.copyOf(rules.values());
        }
    }

    /** The kinds of facts that its rules look at; no others are shown to it. */
    private static Set<Subject> facts(Source source) {
        Set<Subject> facts = EnumSet.noneOf(Subject.class);
        for (WrittenRule rule : source.rules().values()) {
            if (rule.flat() && !rule.uses(Subject.BOUGHT)) {
                facts.add(rule.about());
            } else {
                rule.when().forEach(clause -> clause.each(fact -> facts.add(fact.subject())));
            }
        }
        return facts;
    }

    /** Whether any rule looks at former purchases. */
    public boolean remembers() {
        return facts.contains(Subject.BOUGHT);
    }

    /** Somebody who runs the rules, one evaluation at a time. */
    public CompiledWorker worker(Matches matches) {
        return new CompiledWorker(base.newKieSession(), facts, joins, new Sink(matches, places));
    }
}
