package io.pelleh.rules;

import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.decision.Thresholds;
import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Attribute.Since;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.reading.Formula;
import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.reading.Formula.Named;
import io.pelleh.rules.reading.Formula.Relation;
import io.pelleh.rules.reading.Formula.Term;
import io.pelleh.rules.reading.Value;
import io.pelleh.rules.reading.WrittenRule;
import io.pelleh.rules.vocabulary.Operator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads from the conditions of the rules when time alone may change their mind. */
final class TimeThresholds {

    private final Map<Since, Set<Long>> ages = new EnumMap<>(Since.class);
    private final Set<Integer> windows = new HashSet<>();
    private boolean daily;

    private TimeThresholds() {}

    static Thresholds of(List<WrittenRule> rules) {
        TimeThresholds found = new TimeThresholds();
        for (WrittenRule rule : rules) {
            found.daily |= rule.stage() != Stage.PROMOTIONS && !rule.validity().always();
            rule.when().forEach(clause -> clause.eachFormula(found::add));
        }
        Map<Since, List<Long>> ages = new HashMap<>();
        found.ages.forEach((since, days) -> ages.put(since, List.copyOf(days)));
        return new Thresholds(ages, found.windows, found.daily);
    }

    private void add(Formula formula) {
        switch (formula) {
            case Compare compare -> compared(compare);
            case Named named -> unread(named.attribute());
            case Relation relation -> {
                relation.left().forEach(this::unread);
                relation.right().forEach(this::unread);
            }
            case Formula.All all -> all.parts().forEach(this::add);
            case Formula.Any any -> any.parts().forEach(this::add);
            case Formula.Not not -> add(not.part());
        }
    }

    private void compared(Compare compare) {
        Since since = compare.attribute().change().since();
        if (since == Since.NOTHING) {
            unread(compare.attribute());
            return;
        }
        Set<Long> days = ages.computeIfAbsent(since, s -> new TreeSet<>());
        for (Value value : compare.values()) {
            if (value instanceof Value.Whole(long number)) {
                turn(compare.operator(), number, days);
            }
        }
    }

    /** An age only grows, a day at a time: what was below a number reaches it once and passes it a day later. */
    private static void turn(Operator operator, long number, Set<Long> days) {
        switch (operator) {
            case AT_LEAST, LESS -> days.add(number);
            case MORE, AT_MOST -> days.add(number + 1);
            case EQUAL, NOT_EQUAL, IN, NOT_IN, CONTAINS, NOT_CONTAINS -> {
                days.add(number);
                days.add(number + 1);
            }
        }
    }

    private void unread(Term term) {
        switch (term) {
            case Term.Of(Attribute attribute) -> unread(attribute);
            case Term.Name(String text) ->
                Vocabulary.builtIn().all().stream()
                        .filter(attribute -> attribute.path().endsWith(text.substring(text.lastIndexOf('.') + 1)))
                        .forEach(this::unread);
            case Term.Constant c -> {}
            case Term.Sign s -> {}
        }
    }

    /** A window only changes when a day leaves it; an age that is not compared with a constant may matter any day. */
    private void unread(Attribute attribute) {
        if (attribute.change().window() > 0) {
            windows.add(attribute.change().window());
        }
        daily |= attribute.change().since() != Since.NOTHING;
    }
}
