package io.pelleh.rules.reading;

import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.decision.Texts;
import io.pelleh.engine.limit.Limit;
import java.util.List;

/**
 * One rule or table row, read and checked.
 *
 * @param origin where it is written
 * @param table whether it is a row of a table
 * @param about what it holds for: the narrowest fact of its conditions
 */
public record WrittenRule(
        Rule rule,
        Origin origin,
        Stage stage,
        boolean table,
        Subject about,
        List<Clause> when,
        List<Ask> asks,
        Validity validity) {

    /** The file a rule is written in, and where in it. */
    public record Origin(String file, Problem.Place place) {}

    public WrittenRule {
        when = List.copyOf(when);
        asks = List.copyOf(asks);
    }

    /** The same rule in another version of its rule set. */
    public WrittenRule in(long version) {
        return new WrittenRule(rule.in(version), origin, stage, table, about, when, asks, validity);
    }

    /** The same rule, told to shoppers in these words. */
    WrittenRule told(Texts words) {
        return new WrittenRule(rule.told(words), origin, stage, table, about, when, asks, validity);
    }

    /** The same rule with more limits. */
    WrittenRule within(List<Limit> more) {
        return new WrittenRule(rule.within(more), origin, stage, table, about, when, asks, validity);
    }

    /** Whether it runs as a row, however it is written; only what is written as DRL is always compiled. */
    public boolean row() {
        return flat() && !origin.file().endsWith(".drl");
    }

    /** Whether it is plain comparisons that one single fact can answer. */
    public boolean flat() {
        return when.stream().allMatch(WrittenRule::plain) && count(Subject.ITEM) + count(Subject.BOUGHT) <= 1;
    }

    private static boolean plain(Clause clause) {
        return clause instanceof Clause.Fact fact && fact.formulas().stream().allMatch(Formula::plain);
    }

    /** How many facts of this kind it needs at once. */
    long count(Subject subject) {
        return when.stream()
                .filter(clause -> clause instanceof Clause.Fact fact && fact.subject() == subject)
                .count();
    }

    /** Whether it looks at a basket or its lines. */
    public boolean needsBasket() {
        return uses(Subject.BASKET) || uses(Subject.ITEM);
    }

    /** Whether any of its conditions looks at facts of this kind. */
    public boolean uses(Subject subject) {
        boolean[] used = new boolean[1];
        when.forEach(clause -> clause.each(fact -> used[0] |= fact.subject() == subject));
        return used[0];
    }
}
