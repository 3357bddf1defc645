package io.pelleh.rules.reading;

import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Stage;
import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a rule is about, its conditions in words, and whether it makes sense where it stands. */
final class Meaning {

    private Meaning() {}

    /** The narrowest fact among those a rule needs. */
    static Subject about(List<Clause> when) {
        Subject about = Subject.CUSTOMER;
        for (Clause clause : when) {
            if (clause instanceof Clause.Fact fact && rank(fact.subject()) > rank(about)) {
                about = fact.subject();
            }
        }
        return about;
    }

    private static int rank(Subject subject) {
        return switch (subject) {
            case CUSTOMER -> 0;
            case BASKET -> 1;
            case BOUGHT -> 2;
            case ITEM -> 3;
        };
    }

    static List<Condition> conditions(List<Clause> when, Subject about) {
        List<Condition> conditions = new ArrayList<>();
        for (Clause clause : when) {
            if (clause instanceof Clause.Fact fact && readable(fact.subject(), about)) {
                fact.formulas().forEach(formula -> describe(fact.subject(), formula, conditions));
            } else {
                conditions.add(whole(DrlWriter.clause(clause)));
            }
        }
        return conditions;
    }

    private static boolean readable(Subject subject, Subject about) {
        return about.shows(subject) || (about == Subject.BOUGHT && subject == Subject.BASKET);
    }

    private static void describe(Subject subject, Formula formula, List<Condition> into) {
        switch (formula) {
            case Formula.All all -> all.parts().forEach(part -> describe(subject, part, into));
            case Formula.Compare c -> into.add(compared(c));
            case Formula.Named n -> {}
            case Formula.Any any -> into.add(whole(DrlWriter.formula(subject, any)));
            case Formula.Not not -> into.add(whole(DrlWriter.formula(subject, not)));
            case Formula.Relation r -> into.add(whole(DrlWriter.formula(subject, r)));
        }
    }

    private static Condition compared(Formula.Compare compare) {
        return new Condition(
                compare.attribute().path(),
                compare.operator().sign(),
                compare.values().stream().map(Value::shown).collect(Collectors.joining(", ")));
    }

    private static Condition whole(String text) {
        return new Condition("", "rule", text);
    }

    static WrittenRule checked(WrittenRule rule) {
        for (Ask ask : rule.asks()) {
            if (stage(ask) != rule.stage()) {
                throw new Wrong(
                        RuleFile.folder(rule.stage()) + " cannot ask for " + ask,
                        "put it into a file in " + RuleFile.folder(stage(ask)) + "/");
            }
            if (ask.ofLines() && rule.about() != Subject.ITEM) {
                throw new Wrong("a discount on a line needs a condition on Item", "or take it off the basket");
            }
        }
        if (rule.rule().terms().reach().together() && rule.about() != Subject.ITEM) {
            throw new Wrong("minPieces and minTotal need a condition on Item", "they are about the lines that match");
        }
        if (rule.stage() != Stage.PROMOTIONS && rule.needsBasket()) {
            throw new Wrong("there is no basket in " + RuleFile.folder(rule.stage()), "look at Customer or Bought");
        }
        if (rule.table() && (rule.count(Subject.ITEM) > 1 || rule.count(Subject.BOUGHT) > 1)) {
            throw new Wrong(
                    "the columns would look at different lines of the basket",
                    "write the same name and dots in each object cell: $item:Item...");
        }
        return rule;
    }

    private static Stage stage(Ask ask) {
        return switch (ask) {
            case Ask.Score a -> Stage.SCORING;
            case Ask.Segment a -> Stage.SEGMENTS;
            case Ask.Place a -> Stage.LADDER;
            case Ask.Tier a -> Stage.TIERS;
            default -> Stage.PROMOTIONS;
        };
    }
}
