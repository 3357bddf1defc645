package io.pelleh.engine.decision;

import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.decision.Ask.Off;
import io.pelleh.engine.decision.Lane.Picks;
import io.pelleh.engine.decision.Lane.Sees;
import io.pelleh.engine.decision.Refusal.Code;
import io.pelleh.engine.decision.Terms.OnReturn;
import io.pelleh.engine.decision.Terms.Reach;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.LambdaRules;
import io.pelleh.engine.fixtures.Shop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ways in which a lane picks, what keeps promotions out, and what none of them may pass. */
class LanesTest {

    private static final Lane EVERY = new Lane("basket", Picks.EVERY);
    private static final Lane RUNNING = new Lane("basket", Picks.EVERY, Sees.RUNNING);
    private static final LambdaRule TENTH = rule("tenth").priority(2).asks(new Ask.PercentOff(Off.BASKET, 1_000));
    private static final LambdaRule FIFTH = rule("fifth").priority(1).asks(new Ask.PercentOff(Off.BASKET, 2_000));

    @Test
    void everyPromotionOfALaneSeesTheBasketAsTheLaneFoundItOrAsTheOneBeforeLeftIt() {
        assertThat(quote(EVERY, goods(1_000), TENTH, FIFTH).totals().discount()).isEqualTo(100 + 200);
        assertThat(quote(RUNNING, goods(1_000), TENTH, FIFTH).totals().discount())
                .isEqualTo(100 + 180);
    }

    @Test
    void whereTheBasketRunsOnConditionsAreAskedAgain() {
        LambdaRule above = rule("above").whenBasket(b -> b.getTotal() > 900).asks(new Ask.AmountOff(Off.BASKET, 50));

        Decision decision = quote(RUNNING, goods(1_000), TENTH, above);

        assertThat(decision.totals().discount()).isEqualTo(100);
        assertThat(decision.refusals())
                .extracting(r -> r.rule().name(), Refusal::code)
                .containsExactly(tuple("above", Code.CONDITIONS_NOT_MET));
    }

    @Test
    void whatTakesFromTheRestIsJudgedOnTheBasketAsTheLaneFoundIt() {
        LambdaRule above =
                rule("above").whenBasket(b -> b.getTotal() > 900).asks(new Ask.PercentOff(Off.BASKET, 5_000));

        Decision decision = quote(new Lane("basket", Picks.EVERY, Sees.LEFT), goods(1_000), TENTH, above);

        assertThat(decision.totals().discount()).isEqualTo(100 + 450);
    }

    @Test
    void aCampaignIsGivenWholeWhereItsPromotionsTakeMostOffTogether() {
        LambdaRule tea = rule("tea").of("both").priority(3).asks(new Ask.AmountOff(Off.BASKET, 70));
        LambdaRule ship = rule("ship").of("both").asks(new Ask.FreeShipping());
        Goods goods = Goods.of(goods(400).lines(), 50);

        Decision decision = quote(new Lane("basket", Picks.CAMPAIGN), goods, tea, FIFTH, ship);
        Decision dearer =
                quote(new Lane("basket", Picks.CAMPAIGN), Goods.of(goods(700).lines(), 50), tea, FIFTH, ship);

        assertThat(decision.granted()).extracting(g -> g.rule().name()).containsExactly("tea", "ship");
        assertThat(decision.refusals())
                .extracting(r -> r.rule().name(), Refusal::code, Refusal::detail)
                .containsExactly(tuple("fifth", Code.GAVE_LESS, tea.id()));
        assertThat(dearer.granted()).extracting(g -> g.rule().name()).containsExactly("fifth");
        assertThat(dearer.refusals()).extracting(Refusal::code).containsExactly(Code.GAVE_LESS, Code.GAVE_LESS);
    }

    @Test
    void theFirstOfALaneIsTheOneWithTheHighestPriority() {
        Decision decision = quote(new Lane("basket", Picks.FIRST), goods(1_000), FIFTH, TENTH);

        assertThat(decision.granted()).extracting(g -> g.rule().name()).containsExactly("tenth");
        assertThat(decision.refusals()).extracting(Refusal::code).containsExactly(Code.EXCLUDED);
    }

    @Test
    void anExclusivePromotionKeepsAllOthersOutWhateverTheirPriority() {
        LambdaRule alone = rule("alone").terms(exclusive()).asks(new Ask.AmountOff(Off.BASKET, 1));

        Decision decision = quote(EVERY, goods(1_000), TENTH, FIFTH, alone);

        assertThat(decision.totals().discount()).isEqualTo(1);
        assertThat(decision.refusals()).extracting(Refusal::code).containsOnly(Code.EXCLUSIVE);
        assertThat(decision.refusals()).extracting(Refusal::detail).containsOnly(alone.id());
    }

    @Test
    void aPromotionThatExcludesOneThatWasGivenIsNotGiven() {
        LambdaRule picky = rule("picky")
                .terms(new Terms("", false, List.of("tenth"), OnReturn.KEEP, Reach.ALL, List.of(), Texts.NONE))
                .asks(new Ask.AmountOff(Off.BASKET, 5));

        Decision decision = quote(EVERY, goods(1_000), TENTH, picky);

        assertThat(decision.totals().discount()).isEqualTo(100);
        assertThat(decision.refusals())
                .extracting(Refusal::code, Refusal::detail)
                .containsExactly(tuple(Code.EXCLUDED, TENTH.id()));
    }

    @Test
    void matchingLinesMustHaveEnoughTogether() {
        LambdaRule three = rule("three").terms(reach(new Reach(Long.MAX_VALUE, Long.MAX_VALUE, 1, 3, 0)));
        LambdaRule rule = three.whenItem(item -> item.getAmount() > 10).asks(new Ask.AmountOff(Off.BASKET, 7));

        assertThat(quote(EVERY, goods(20, 20, 20), rule).totals().discount()).isEqualTo(7);
        Decision decision = quote(EVERY, goods(20, 20, 10), rule);

        assertThat(decision.totals().discount()).isZero();
        assertThat(decision.refusals().getFirst().because())
                .containsExactly(new Condition.Seen(new Condition("matching.units", ">=", "3"), "2"));
    }

    @Test
    void noLineIsBroughtBelowItsFloorOrItsCostAndMarkupAndNoBasketBelowItsShare() {
        Line floored = Line.of("a", "", 2, BigDecimal.valueOf(50)).notBelow(90);
        Line costly = new Line("b", List.of(), 1, BigDecimal.valueOf(100), 100, 80L, 0, Map.of());
        LambdaRule all = rule("all").asks(new Ask.PercentOff(Off.BASKET, 10_000));

        Decision floors = quote(new Safeguards(1_000, 10_000), Goods.of(List.of(floored, costly), 0), all);
        Decision share = quote(new Safeguards(-1, 2_500), goods(300, 100), all);

        assertThat(floors.granted().getFirst().effect()).isEqualTo(new Effect.Discount(22, List.of(10L, 12L)));
        assertThat(share.totals().discount()).isEqualTo(100);
    }

    @Test
    void anUnknownCodeIsRefused() {
        Goods goods = new Goods(goods(100).lines(), 0, List.of("NOPE"), Map.of());

        assertThat(quote(EVERY, goods, TENTH).refusals())
                .extracting(Refusal::code, Refusal::coupon)
                .containsExactly(tuple(Code.COUPON_NOT_FOUND, "NOPE"));
    }

    @Test
    void whateverTheLanesPartsSumToTheWholeAndFloorsHold() {
        Dice.rounds(500, dice -> {
            List<Line> lines = lines(dice);
            Goods goods = Goods.of(lines, dice.between(0, 500));

            Decision decision = quote(lane(dice), goods, random(dice).toArray(LambdaRule[]::new));

            long sum = 0;
            long[] left = lines.stream().mapToLong(Line::amount).toArray();
            for (Effect.Discount discount : discounts(decision)) {
                sum += discount.amount();
                Arrays.setAll(left, i -> left[i] - discount.lines().get(i));
            }
            assertThat(sum).isEqualTo(decision.totals().discount());
            for (int i = 0; i < left.length; i++) {
                assertThat(left[i])
                        .isGreaterThanOrEqualTo(
                                Math.min(lines.get(i).floor(), lines.get(i).amount()));
            }
            assertThat(decision.totals().shippingDiscount()).isBetween(0L, goods.shipping());
        });
    }

    private static List<Line> lines(Dice dice) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < dice.between(1, 5); i++) {
            long price = dice.between(0, 3_000);
            Line line = Line.of("s" + i % 3, "c" + i % 2, dice.between(1, 4), BigDecimal.valueOf(price));
            lines.add(line.notBelow(dice.between(0, 2) == 0 ? dice.between(0, line.amount()) : 0));
        }
        return lines;
    }

    private static List<Effect.Discount> discounts(Decision decision) {
        return decision.granted().stream()
                .map(Decision.Granted::effect)
                .filter(Effect.Discount.class::isInstance)
                .map(Effect.Discount.class::cast)
                .toList();
    }

    private static Lane lane(Dice dice) {
        Picks picks = dice.oneOf(List.of(Picks.values()));
        return switch (picks) {
            case EVERY -> new Lane("basket", picks, dice.oneOf(List.of(Sees.values())));
            case CAMPAIGN -> new Lane("basket", picks, dice.chance(50) ? Sees.LEFT : Sees.OPENING);
            default -> new Lane("basket", picks);
        };
    }

    private static List<LambdaRule> random(Dice dice) {
        List<LambdaRule> rules = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Reach reach = new Reach(
                    dice.chance(30) ? dice.between(1, 900) : Long.MAX_VALUE,
                    dice.chance(30) ? dice.between(1, 3) : Long.MAX_VALUE,
                    dice.between(1, 3),
                    0,
                    0);
            rules.add(rule("r" + i)
                    .priority(dice.below(3))
                    .terms(reach(reach))
                    .whenItem(item -> true)
                    .asks(AskDice.money(dice)));
        }
        return rules;
    }

    private static Terms exclusive() {
        return new Terms("", true, List.of(), OnReturn.KEEP, Reach.ALL, List.of(), Texts.NONE);
    }

    private static Terms reach(Reach reach) {
        return new Terms("", false, List.of(), OnReturn.KEEP, reach, List.of(), Texts.NONE);
    }

    private static Decision quote(Lane lane, Goods goods, LambdaRule... rules) {
        return new Shop(Given.EUR, LambdaRules.of(rules).inLanes(lane)).quote(Given.SARA, goods);
    }

    private static Decision quote(Safeguards safeguards, Goods goods, LambdaRule... rules) {
        return new Shop(Given.EUR, LambdaRules.of(rules).within(safeguards)).quote(Given.SARA, goods);
    }
}
