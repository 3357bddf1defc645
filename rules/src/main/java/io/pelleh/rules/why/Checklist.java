package io.pelleh.rules.why;

import io.pelleh.engine.decision.Rule;
import io.pelleh.rules.reading.Clause;
import io.pelleh.rules.reading.Formula;
import io.pelleh.rules.reading.Formula.Compare;
import io.pelleh.rules.reading.Subject;
import io.pelleh.rules.reading.Validity;
import io.pelleh.rules.reading.WrittenRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the plain promotions of a release compare, each comparison once.
 *
 * @param columns comparisons by what they are about; those of the customer stand with those of the basket
 */
record Checklist(List<Entry> entries, Map<Subject, Columns> columns) {

    /**
     * One promotion.
     *
     * @param about the basket, or what it needs one of: a line, a former purchase
     * @param shared numbers of its comparisons about customer and basket
     * @param own numbers of those about the one line or purchase
     */
    record Entry(Rule rule, Validity validity, Subject about, Numbers shared, Numbers own) {}

    /** Numbers of comparisons, without boxes around them. */
    static final class Numbers {

        private final int[] all;

        Numbers(List<Integer> numbers) {
            this.all = numbers.stream().mapToInt(Integer::intValue).toArray();
        }

        int size() {
            return all.length;
        }

        int get(int place) {
            return all[place];
        }
    }

    static Checklist of(List<WrittenRule> rules) {
        Map<Subject, Columns.Builder> builders = new EnumMap<>(Subject.class);
        for (Subject subject : List.of(Subject.BASKET, Subject.ITEM, Subject.BOUGHT)) {
            builders.put(subject, new Columns.Builder());
        }
        List<Entry> entries = new ArrayList<>();
        for (WrittenRule rule : rules) {
            if (rule.flat()) {
                entries.add(entry(rule, builders));
            }
        }
        Map<Subject, Columns> columns = new EnumMap<>(Subject.class);
        builders.forEach((subject, builder) -> columns.put(subject, builder.build()));
        return new Checklist(List.copyOf(entries), columns);
    }

    private static Entry entry(WrittenRule rule, Map<Subject, Columns.Builder> builders) {
        Subject about = rule.about() == Subject.CUSTOMER ? Subject.BASKET : rule.about();
        List<Integer> shared = new ArrayList<>();
        List<Integer> own = new ArrayList<>();
        for (Compare compare : compares(rule)) {
            Subject subject = subject(compare);
            int number = Objects.requireNonNull(builders.get(subject)).number(compare);
            (subject == Subject.BASKET ? shared : own).add(number);
        }
        return new Entry(rule.rule(), rule.validity(), about, new Numbers(shared), new Numbers(own));
    }

    private static Subject subject(Compare compare) {
        return switch (compare.attribute().subject()) {
            case "item" -> Subject.ITEM;
            case "bought" -> Subject.BOUGHT;
            default -> Subject.BASKET;
        };
    }

    private static List<Compare> compares(WrittenRule rule) {
        List<Compare> compares = new ArrayList<>();
        for (Clause clause : rule.when()) {
            ((Clause.Fact) clause).formulas().forEach(formula -> add(formula, compares));
        }
        return compares;
    }

    /** A plain rule has nothing but comparisons, alone or several together. */
    private static void add(Formula formula, List<Compare> into) {
        formula.each(part -> into.add((Compare) part));
    }
}
