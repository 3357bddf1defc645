package io.pelleh.engine.decision;

import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.Given.shipped;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.Shop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which promotions win, and what they take off. */
class ResolverTest {

    private static final CustomerId SARA = Given.SARA;

    @Test
    void insideALaneTheMostMoneyWinsThenThePointsThenThePriorityThenTheSmallerId() {
        assertThat(winner(off("a", 10), off("b", 20))).isEqualTo("b");
        assertThat(winner(off("a", 10), rule("b").asks(new Ask.AmountOff(Ask.Off.BASKET, 10), new Ask.Points(1))))
                .isEqualTo("b");
        assertThat(winner(off("a", 10), off("b", 10).priority(1))).isEqualTo("b");
        assertThat(winner(off("b", 10), off("a", 10))).isEqualTo("a");
    }

    @Test
    void shippingCountsAsMoneyOff() {
        Decision decision = quote(shipped(1_000, 300), off("a", 299), rule("b").asks(new Ask.FreeShipping()));

        assertThat(decision.totals().shippingDiscount()).isEqualTo(300);
        assertThat(decision.totals().toPay()).isEqualTo(1_000);
        assertThat(decision.refusals()).extracting(Refusal::code).containsExactly(Refusal.Code.GAVE_LESS);
    }

    @Test
    void theNextLaneSeesTheBasketAsTheLaneBeforeLeftIt() {
        LambdaRule second = rule("second").lane("shipping").whenBasket(b -> b.getTotal() <= 900);

        Decision decision = quote(goods(1_000), off("a", 100), second.asks(new Ask.PercentOff(Ask.Off.BASKET, 1_000)));

        assertThat(decision.totals().discount()).isEqualTo(100 + 90);
    }

    @Test
    void aHundredPercentOffIsExactlyNothingToPayForGoods() {
        Decision decision = quote(goods(1, 3, 333), rule("all").asks(new Ask.PercentOff(Ask.Off.BASKET, 10_000)));

        assertThat(decision.totals().toPay()).isZero();
        assertThat(quote(goods(0), rule("all").asks(new Ask.PercentOff(Ask.Off.BASKET, 10_000)))
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly(Refusal.Code.NOTHING_TO_DISCOUNT);
    }

    @Test
    void onlyTheLinesThatFitAreDiscounted() {
        Decision decision = quote(
                goods(1_000, 50),
                rule("tea").whenItem(i -> i.getAmount() > 100).asks(new Ask.PercentOff(Ask.Off.ITEM, 5_000)));

        assertThat(discounts(decision)).containsExactly(new Effect.Discount(500, List.of(500L, 0L)));
    }

    @Test
    void aSecondAskOfOnePromotionTakesFromWhatTheFirstLeft() {
        LambdaRule both =
                rule("both").asks(new Ask.AmountOff(Ask.Off.BASKET, 600), new Ask.PercentOff(Ask.Off.BASKET, 5_000));

        assertThat(quote(goods(1_000), both).totals().discount()).isEqualTo(600 + 200);
        assertThat(quote(goods(500), both).totals().discount()).isEqualTo(500);
    }

    @Test
    void pointsCountFullStepsOfWhatIsLeftToPay() {
        Decision decision =
                quote(goods(1_090), off("a", 100), rule("p").lane("points").asks(new Ask.PointsPer(100, 3)));

        assertThat(decision.granted())
                .extracting(Granted::effect)
                .anySatisfy(effect -> assertThat(effect)
                        .isInstanceOfSatisfying(
                                Effect.PointsAwarded.class,
                                p -> assertThat(p.points()).isEqualTo(27)));
    }

    @Test
    void aUseTooManyForOneCustomerIsRefused() {
        Shop shop = Shop.eur(off("once", 10).limited(Long.MAX_VALUE, 1));

        shop.buy(SARA, "a", goods(100));
        shop.buy(SARA, "b", goods(100));

        assertThat(shop.state(SARA).uses()).containsEntry("promotions/test/once", 1);
        assertThat(shop.last(SARA).refusals()).extracting(Refusal::code).containsExactly(Refusal.Code.LIMIT_REACHED);
    }

    @Test
    void partsSumToTheWholeNoLineIsNegativeAndTheOrderOfRulesDoesNotMatter() {
        Dice.rounds(500, dice -> {
            Goods goods = goods(dice.between(0, 9_999), dice.between(0, 50), dice.between(1, 1_000_000));
            List<LambdaRule> rules = random(dice);

            Decision decision = quote(goods, rules.toArray(LambdaRule[]::new));

            Decision other = quote(goods, dice.shuffled(rules).toArray(LambdaRule[]::new));
            assertThat(other.granted()).isEqualTo(decision.granted());
            assertThat(decision.totals().toPay()).isNotNegative();
            checkLines(goods, discounts(decision), decision.totals().discount());
            assertThat(decision.totals().discount()).isGreaterThanOrEqualTo(bestAlone(goods, rules));
        });
    }

    private static void checkLines(Goods goods, List<Effect.Discount> discounts, long whole) {
        long sum = 0;
        for (int i = 0; i < goods.lines().size(); i++) {
            int line = i;
            long off = discounts.stream().mapToLong(d -> d.lines().get(line)).sum();
            assertThat(off).isBetween(0L, goods.lines().get(i).amount());
            sum += off;
        }
        assertThat(sum).isEqualTo(whole);
    }

    /** The most that one promotion of the first lane takes off when it is the only one. */
    @Test
    void freeShippingOfAFreeDeliveryIsNotGranted() {
        LambdaRule free = rule("free").lane("shipping").asks(new Ask.FreeShipping());

        assertThat(quote(goods(1_000), free).granted()).isEmpty();
        assertThat(quote(goods(1_000), free).refusals())
                .extracting(Refusal::code)
                .containsExactly(Refusal.Code.NOTHING_TO_DISCOUNT);
    }

    @Test
    void sumsBeyondCountingAreRefusedNotWrapped() {
        assertThatThrownBy(() -> quote(goods(Long.MAX_VALUE, 700, 700), off("a", 1)))
                .isInstanceOf(AmountTooLarge.class);
    }

    private static long bestAlone(Goods goods, List<LambdaRule> rules) {
        return rules.stream()
                .filter(rule -> rule.id().contains("basket"))
                .mapToLong(rule -> quote(goods, rule).totals().discount())
                .max()
                .orElse(0);
    }

    private static List<LambdaRule> random(Dice dice) {
        List<LambdaRule> rules = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String lane = dice.oneOf(List.of("basket", "shipping"));
            LambdaRule rule = rule(lane + "-" + i).lane(lane).priority(dice.below(2));
            rules.add(
                    switch (dice.below(4)) {
                        case 0 -> rule.asks(new Ask.PercentOff(Ask.Off.BASKET, 1 + dice.below(10_000)));
                        case 1 -> rule.asks(new Ask.AmountOff(Ask.Off.BASKET, dice.between(1, 20_000)));
                        case 2 -> rule.whenItem(x -> x.getAmount() > 40).asks(new Ask.PercentOff(Ask.Off.ITEM, 3_333));
                        default -> rule.whenItem(x -> true).asks(new Ask.AmountOff(Ask.Off.ITEM, dice.between(1, 90)));
                    });
        }
        return rules;
    }

    private static LambdaRule off(String id, long amount) {
        return rule(id).asks(new Ask.AmountOff(Ask.Off.BASKET, amount));
    }

    private static String winner(LambdaRule... rules) {
        String id = quote(goods(1_000), rules).granted().getFirst().rule().id();
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static Decision quote(Goods goods, LambdaRule... rules) {
        return Shop.eur(rules).quote(SARA, goods);
    }

    private static List<Effect.Discount> discounts(Decision decision) {
        return decision.granted().stream()
                .map(Granted::effect)
                .filter(Effect.Discount.class::isInstance)
                .map(Effect.Discount.class::cast)
                .toList();
    }
}
