package io.pelleh.rules.compiled;

import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.match.Scene;
import io.pelleh.rules.reading.Clause.Fact;
import io.pelleh.rules.reading.Formula;
import io.pelleh.rules.reading.Subject;
import io.pelleh.rules.reading.WrittenRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The work that rules over several lines may make: each combination of lines is looked at before anything fires, where
 * no clock can stop it. So it is counted first, and the same basket always ends the same way.
 */
final class Joins {

    private static final long MAX_COMBINATIONS = 500_000;

    private final List<Join> joins = new ArrayList<>();

    /** The lines and former purchases that one rule looks at together. */
    private record Join(String rule, List<Fact> facts) {}

    Joins(Collection<WrittenRule> rules) {
        for (WrittenRule rule : rules) {
            List<Fact> facts = new ArrayList<>();
            rule.when()
                    .forEach(clause -> clause.each(fact -> {
                        if (fact.subject() == Subject.ITEM || fact.subject() == Subject.BOUGHT) {
                            facts.add(fact);
                        }
                    }));
            if (facts.size() > 1) {
                joins.add(new Join(rule.rule().id(), facts));
            }
        }
    }

    /** @throws EvaluationFailed when a scene makes too much work */
    void check(Scene scene) {
        for (int i = 0; i < joins.size(); i++) {
            check(joins.get(i), scene);
        }
    }

    private static void check(Join join, Scene scene) {
        double most = 1;
        for (Fact fact : join.facts()) {
            most *= Math.max(1, all(fact, scene).size());
        }
        if (most > MAX_COMBINATIONS && closer(join, scene) > MAX_COMBINATIONS) {
            throw new EvaluationFailed(join.rule() + " would look at more than " + MAX_COMBINATIONS
                    + " combinations of the lines of this basket");
        }
    }

    /** Only the lines that fit on their own are combined. */
    private static double closer(Join join, Scene scene) {
        double most = 1;
        for (Fact fact : join.facts()) {
            most *= Math.max(
                    1,
                    all(fact, scene).stream().filter(line -> fits(fact, line)).count());
        }
        return most;
    }

    private static List<? extends Situation> all(Fact fact, Scene scene) {
        return fact.subject() == Subject.ITEM ? scene.items() : scene.bought();
    }

    private static boolean fits(Fact fact, Situation line) {
        for (Formula formula : fact.formulas()) {
            if (formula instanceof Formula.Compare compare && !compare.holds(line)) {
                return false;
            }
        }
        return true;
    }
}
