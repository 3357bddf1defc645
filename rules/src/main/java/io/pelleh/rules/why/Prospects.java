package io.pelleh.rules.why;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.engine.decision.Prospect;
import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Customer;
import io.pelleh.rules.reading.Clause;
import io.pelleh.rules.reading.DrlWriter;
import io.pelleh.rules.reading.Formula;
import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.reading.RuleWriter;
import io.pelleh.rules.reading.Subject;
import io.pelleh.rules.reading.Value;
import io.pelleh.rules.reading.WrittenRule;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The promotions that a customer may get with some basket: what they ask of the customer, and of what was bought before, is
 * looked at now; what they ask of the basket is told.
 */
public final class Prospects {

    private static final String CUSTOMER = "customer";
    private static final Set<String> SETTLED = Set.of(CUSTOMER, "bought");

    /** Whoever does not have the code is not told of it. */
    private static final String SECRET = "basket.coupons";

    private final List<WrittenRule> promotions;
    private final RuleWriter words;

    /** @param zone in which days begin */
    public Prospects(List<WrittenRule> promotions, ZoneId zone) {
        this.promotions = List.copyOf(promotions);
        this.words = new RuleWriter(zone);
    }

    /** In the order of the rules. */
    public List<Prospect> of(Customer customer) {
        Sight sight = new Sight(new Basket(customer, Goods.NONE));
        return promotions.stream()
                .filter(rule -> rule.validity().covers(customer.now()))
                .flatMap(rule -> prospect(rule, sight))
                .toList();
    }

    private Stream<Prospect> prospect(WrittenRule rule, Sight sight) {
        List<Condition> needs = new ArrayList<>();
        List<String> gives = rule.asks().stream()
                .filter(ask -> !(ask instanceof Ask.Message))
                .map(words::call)
                .toList();
        boolean possible = !gives.isEmpty() && all(rule.when(), sight, needs);
        rule.rule().terms().reach().needs().forEach(need -> needs.add(need.condition()));
        return possible && needs.stream().noneMatch(need -> need.attribute().equals(SECRET))
                ? Stream.of(
                        new Prospect(rule.rule(), needs, gives, rule.validity().until()))
                : Stream.empty();
    }

    private static boolean all(List<Clause> clauses, Sight sight, List<Condition> needs) {
        for (Clause clause : clauses) {
            if (!possible(clause, sight, needs)) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing that is known already speaks against it; what is not known is needed. */
    private static boolean possible(Clause clause, Sight sight, List<Condition> needs) {
        if (settled(clause)) {
            return holds(clause, sight);
        }
        return switch (clause) {
            case Clause.Fact fact -> possible(fact.subject(), fact.formulas(), sight, needs);
            case Clause.Both both -> all(both.clauses(), sight, needs);
            default -> needs.add(new Condition("", "rule", DrlWriter.clause(clause)));
        };
    }

    private static boolean holds(Clause clause, Sight sight) {
        try {
            return sight.holds(List.of(clause));
        } catch (EvaluationFailed e) {
            return false;
        }
    }

    private static boolean possible(Subject subject, List<Formula> formulas, Sight sight, List<Condition> needs) {
        for (Formula formula : formulas) {
            if (!possible(subject, formula, sight, needs)) {
                return false;
            }
        }
        return true;
    }

    private static boolean possible(Subject subject, Formula formula, Sight sight, List<Condition> needs) {
        if (formula instanceof Formula.All all) {
            return possible(subject, all.parts(), sight, needs);
        }
        if (about(formula, Set.of(CUSTOMER))) {
            return Sight.holds(formula, sight.base(), Names.NONE);
        }
        return formula instanceof Formula.Named || needs.add(need(subject, formula));
    }

    private static Condition need(Subject subject, Formula formula) {
        return formula instanceof Compare compare
                ? new Condition(
                        compare.attribute().path(),
                        compare.operator().sign(),
                        compare.values().stream().map(Value::shown).collect(Collectors.joining(", ")))
                : new Condition("", "rule", DrlWriter.formula(subject, formula));
    }

    private static boolean settled(Clause clause) {
        boolean[] settled = {true};
        clause.each(fact -> {
            settled[0] &= fact.subject() == Subject.CUSTOMER || fact.subject() == Subject.BOUGHT;
            fact.formulas().forEach(formula -> settled[0] &= about(formula, SETTLED));
        });
        return settled[0];
    }

    /** Whether it looks at these only. */
    private static boolean about(Formula formula, Set<String> subjects) {
        boolean[] about = {true};
        formula.each(part -> about[0] &= switch (part) {
            case Compare compare -> among(compare.attribute(), subjects);
            case Formula.Relation relation ->
                Stream.concat(relation.left().stream(), relation.right().stream())
                        .allMatch(term -> switch (term) {
                            case Formula.Term.Of of -> among(of.attribute(), subjects);
                            case Formula.Term.Name name -> false;
                            case Formula.Term.Constant number -> true;
                            case Formula.Term.Sign sign -> true;
                        });
            default -> false;
        });
        return about[0];
    }

    private static boolean among(Attribute attribute, Set<String> subjects) {
        return subjects.contains(attribute.subject());
    }
}
