package io.pelleh.engine.decision;

import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.decision.Lane.Picks;
import io.pelleh.engine.decision.Terms.Reach;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.LambdaRules;
import io.pelleh.engine.fixtures.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The best combination of promotions is never worse than the best one, and equals what trying all of them finds. */
class CombinationTest {

    private static final Lane TOGETHER = new Lane("basket", Picks.COMBINATION);

    @Test
    void twoThatGoTogetherBeatTheBestOne() {
        Decision decision = combined(goods(1_000), off("a", 300), off("b", 200), off("c", 150));

        assertThat(decision.totals().discount()).isEqualTo(650);
    }

    @Test
    void ofThoseThatExcludeEachOtherTheBetterSetIsGiven() {
        LambdaRule big = off("big", 300).terms(excluding("small", "other"));

        Decision decision = combined(goods(1_000), big, off("small", 200), off("other", 150));

        assertThat(decision.totals().discount()).isEqualTo(350);
        assertThat(decision.refusals())
                .extracting(r -> r.rule().name(), Refusal::code)
                .containsExactly(tuple("big", Refusal.Code.GAVE_LESS));
    }

    @Test
    void ofEqualSetsTheOneWithFewerPromotionsIsGivenThenTheOneWithSmallerIds() {
        Decision fewer = combined(goods(300), off("a", 300), off("b", 200), off("c", 100));
        Decision smaller = combined(
                goods(1_000), off("d", 100).terms(excluding("c")), off("c", 100).terms(excluding("d")));

        assertThat(fewer.granted()).extracting(g -> g.rule().name()).containsExactly("a");
        assertThat(smaller.granted()).extracting(g -> g.rule().name()).containsExactly("c");
    }

    @Test
    void neverWorseThanTheBestOneAndEqualToTryingAll() {
        Dice.rounds(60, dice -> {
            Goods goods = goods(dice.between(0, 5_000), dice.between(1, 300), dice.between(1, 40_000));
            List<LambdaRule> rules = random(dice, (int) dice.between(1, 12));

            Decision found = combined(goods, rules.toArray(LambdaRule[]::new));

            long best = IntStream.range(0, 1 << rules.size())
                    .mapToLong(set -> worth(goods, rules, set))
                    .max()
                    .orElse(0);
            assertThat(found.totals().discount()).isEqualTo(best);
            assertThat(found.totals().approximate()).isFalse();
            assertThat(best).isGreaterThanOrEqualTo(alone(goods, rules));
        });
    }

    @Test
    void upToTwentyItIsExactAndAboveItSaysWhenItGaveUp() {
        List<LambdaRule> twenty = new ArrayList<>();
        for (int i = 0; i < Combination.EXACT; i++) {
            String others = i % 2 == 0 ? "p" + (i + 1) : "p" + (i - 1);
            twenty.add(off("p" + i, 100 + i).terms(excluding(others)));
        }
        Decision exact = combined(goods(1_000_000), twenty.toArray(LambdaRule[]::new));
        List<LambdaRule> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add(off("q" + i, 1_000 + i % 7).terms(excluding("q" + (i * 7 + 3) % 60, "q" + (i * 11 + 5) % 60)));
        }
        Decision bounded = combined(goods(1_000_000), many.toArray(LambdaRule[]::new));

        assertThat(exact.totals().discount())
                .isEqualTo(IntStream.range(0, 10).map(i -> 101 + 2 * i).sum());
        assertThat(exact.totals().approximate()).isFalse();
        assertThat(bounded.totals().approximate()).isTrue();
        assertThat(bounded.totals().discount()).isPositive();
    }

    /** What a set takes off when it may be given together, else nothing: the definition, not the algorithm. */
    private static long worth(Goods goods, List<LambdaRule> rules, int set) {
        List<LambdaRule> chosen = IntStream.range(0, rules.size())
                .filter(i -> (set & (1 << i)) != 0)
                .mapToObj(rules::get)
                .toList();
        Decision decision = quote(
                LambdaRules.of(chosen.toArray(LambdaRule[]::new)).inLanes(new Lane("basket", Picks.EVERY)), goods);
        boolean clash = decision.refusals().stream().anyMatch(r -> r.code() == Refusal.Code.EXCLUDED);
        return clash ? 0 : decision.totals().discount();
    }

    private static long alone(Goods goods, List<LambdaRule> rules) {
        return rules.stream()
                .mapToLong(r -> quote(LambdaRules.of(r), goods).totals().discount())
                .max()
                .orElse(0);
    }

    private static List<LambdaRule> random(Dice dice, int count) {
        List<LambdaRule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Ask ask = dice.between(0, 1) == 0
                    ? new Ask.PercentOff(
                            dice.between(0, 1) == 0 ? Ask.Off.BASKET : Ask.Off.ITEM, (int) dice.between(1, 6_000))
                    : new Ask.AmountOff(
                            dice.between(0, 1) == 0 ? Ask.Off.BASKET : Ask.Off.ITEM, dice.between(1, 3_000));
            LambdaRule rule = rule("r" + i).asks(ask).priority((int) dice.between(-2, 2));
            long least = dice.between(0, 400);
            rules.add((ask.ofLines() ? rule.whenItem(item -> item.getAmount() >= least) : rule)
                    .terms(excluding("r" + dice.between(0, 12))));
        }
        return rules;
    }

    private static Decision combined(Goods goods, LambdaRule... rules) {
        return quote(LambdaRules.of(rules).inLanes(TOGETHER), goods);
    }

    private static Decision quote(LambdaRules rules, Goods goods) {
        return new Shop(Given.EUR, rules).quote(Given.SARA, goods);
    }

    private static Terms excluding(String... names) {
        return new Terms("", false, List.of(names), Terms.OnReturn.KEEP, Reach.ALL, List.of(), Texts.NONE);
    }

    private static LambdaRule off(String id, long amount) {
        return rule(id).asks(new Ask.AmountOff(Ask.Off.BASKET, amount));
    }
}
