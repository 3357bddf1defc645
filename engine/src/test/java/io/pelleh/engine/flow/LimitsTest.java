package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.Given.OMID;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Goods.Keys;
import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.checkout.Returning.Pieces;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Refusal;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.EventBuilder;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.Shop;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.limit.Limit;
import io.pelleh.engine.limit.Limit.Measure;
import io.pelleh.engine.limit.Limit.Per;
import io.pelleh.engine.program.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be used up is used up by whom it says, in the period it says, and comes back to the period it came from. */
class LimitsTest {

    private static final Goods BASKET = goods(10_000);

    private static LambdaRule tenth(Limit... limits) {
        return rule("tenth").whenBasket(b -> true).within(limits).asks(new Ask.PercentOff(Ask.Off.BASKET, 1_000));
    }

    private static Limit uses(Per per, Period each, long amount) {
        return new Limit("tenth", Measure.USES, per, each, amount);
    }

    @Test
    void aLimitPerDayBeginsAnewEachDay() {
        Shop shop = Shop.eur(tenth(uses(Per.ALL, Period.DAY, 1)));

        assertThat(discount(shop, SARA, "one", BASKET)).isEqualTo(1_000);
        assertThat(discount(shop, OMID, "two", BASKET)).isZero();
        assertThat(shop.quote(OMID, BASKET).refusals())
                .extracting(Refusal::code)
                .containsExactly(Refusal.Code.LIMIT_REACHED);
        assertThat(discount(shop.later(Duration.ofDays(1)), OMID, "three", BASKET))
                .isEqualTo(1_000);
    }

    @Test
    void aLimitPerCustomerAndWeekIsEachCustomersOwn() {
        Shop shop = Shop.eur(tenth(uses(Per.CUSTOMER, Period.WEEK, 1)));

        assertThat(discount(shop, SARA, "one", BASKET)).isEqualTo(1_000);
        assertThat(discount(shop, OMID, "two", BASKET)).isEqualTo(1_000);
        assertThat(discount(shop, SARA, "three", BASKET)).isZero();
        assertThat(discount(shop.later(Duration.ofDays(7)), SARA, "four", BASKET))
                .isEqualTo(1_000);
    }

    @Test
    void aLimitPerDeviceHoldsForGuestsAndNeedsTheDevice() {
        Shop shop = Shop.eur(tenth(uses(Per.DEVICE, Period.EVER, 1)));
        Goods phone = BASKET.by(new Keys("phone", ""));

        assertThat(guest(shop, "none", BASKET).refusals())
                .extracting(Refusal::code)
                .containsExactly(Refusal.Code.KEY_REQUIRED);
        assertThat(guest(shop, "one", phone).totals().discount()).isEqualTo(1_000);
        assertThat(guest(shop, "two", phone).totals().discount()).isZero();
        assertThat(guest(shop, "three", BASKET.by(new Keys("other", "")))
                        .totals()
                        .discount())
                .isEqualTo(1_000);
    }

    @Test
    void twoPromotionsOfOneBudgetNeverTakeMoreTogetherThanThereIs() {
        Limit budget = Limit.inAll("campaigns/spring", Measure.MONEY, Period.EVER, 1_500);
        Shop shop = Shop.eur(
                rule("first")
                        .priority(2)
                        .whenBasket(b -> true)
                        .within(budget)
                        .asks(new Ask.AmountOff(Ask.Off.BASKET, 900)),
                rule("second")
                        .lane("points")
                        .whenBasket(b -> true)
                        .within(budget)
                        .asks(new Ask.AmountOff(Ask.Off.BASKET, 700)));

        assertThat(discount(shop, SARA, "one", BASKET)).isEqualTo(900);
        assertThat(discount(shop, OMID, "two", BASKET)).isZero();
        assertThat(shop.journal.used("campaigns/spring#money")).isEqualTo(900);
    }

    @Test
    void twoPromotionsThatShareTheLastUseLeaveItToTheFirst() {
        Limit one = Limit.inAll("campaigns/spring", Measure.USES, Period.EVER, 1);
        Shop shop = Shop.eur(
                rule("first")
                        .priority(2)
                        .whenBasket(b -> true)
                        .within(one)
                        .asks(new Ask.AmountOff(Ask.Off.BASKET, 900)),
                rule("second")
                        .lane("points")
                        .whenBasket(b -> true)
                        .within(one)
                        .asks(new Ask.AmountOff(Ask.Off.BASKET, 7)));

        assertThat(discount(shop, SARA, "one", BASKET)).isEqualTo(900);
        assertThat(discount(shop, OMID, "two", BASKET)).isZero();
        assertThat(shop.journal.used("campaigns/spring")).isEqualTo(1);
    }

    @Test
    void aReturnGivesBackToTheDayTheBasketWasBought() {
        Shop shop = Shop.eur(tenth(uses(Per.ALL, Period.DAY, 1)));
        shop.buy(SARA, "one", BASKET);

        shop.later(Duration.ofDays(1)).buy(OMID, "two", BASKET);
        shop.bring("one", all());

        assertThat(shop.last(SARA).draws())
                .containsExactly(
                        shop.decisions(SARA).getFirst().draws().getFirst().back(1));
        assertThat(discount(shop, SARA, "three", BASKET)).isZero();
    }

    @Test
    void whatIsOnlyCountedIsNeverRefusedAndComesBackExactly() {
        Limit sales = Limit.inAll("campaigns/spring", Measure.SALES, Period.EVER, Long.MAX_VALUE);
        Limit cost = Limit.inAll("campaigns/spring", Measure.MONEY, Period.EVER, Long.MAX_VALUE);
        Dice.rounds(200, dice -> {
            Shop shop = Shop.eur(tenth(sales, cost));
            Goods basket = goods(1 + dice.below(9_999), 1 + dice.below(9_999));
            shop.buy(SARA, "one", basket);
            long off = shop.last(SARA).totals().discount();
            assertThat(shop.journal.used("campaigns/spring#money")).isEqualTo(off);
            assertThat(shop.journal.used("campaigns/spring#sales")).isEqualTo(basket.total() - off);

            shop.bring("one", new Returning("r1", List.of(new Pieces(dice.below(2), null, 1)), null));
            shop.cancel("one");

            assertThat(shop.journal.used("campaigns/spring#money")).isZero();
            assertThat(shop.journal.used("campaigns/spring#sales")).isZero();
        });
    }

    @Test
    void inOneCommitStepsTakeOneAfterTheOther() {
        List<Draw> draws = new ArrayList<>();
        Shop shop = Shop.eur(tenth(uses(Per.ALL, Period.EVER, 3)));
        for (int i = 0; i < 5; i++) {
            shop.buy(SARA, "o" + i, BASKET);
            draws.addAll(shop.last(SARA).draws());
        }

        assertThat(draws).hasSize(3).allMatch(draw -> draw.limit() == 3);
        assertThat(shop.journal.used("tenth")).isEqualTo(3);
    }

    @Test
    void theCountersOfThenDecideWhatWasOwedThen() {
        Shop shop = Shop.eur(tenth(uses(Per.ALL, Period.EVER, 1)));
        Instant before = Given.NOON.plusSeconds(60);
        Instant between = Given.NOON.plusSeconds(180);
        shop.at(Given.NOON.plusSeconds(120)).buy(SARA, "one", BASKET);
        shop.at(Given.NOON.plusSeconds(240)).cancel("one");

        assertThat(shop.quoteAt(OMID, BASKET, before).totals().discount()).isEqualTo(1_000);
        assertThat(shop.quoteAt(OMID, BASKET, between).totals().discount()).isZero();
        assertThat(shop.quote(OMID, BASKET).totals().discount()).isEqualTo(1_000);
    }

    private static Returning all() {
        return new Returning("r", List.of(new Pieces(0, null, 1)), null);
    }

    private static long discount(Shop shop, CustomerId who, String order, Goods goods) {
        shop.buy(who, order, goods);
        return shop.last(who).totals().discount();
    }

    private static Decision guest(Shop shop, String order, Goods goods) {
        shop.send(EventBuilder.that(Shop.closing(order, goods)).ofGuest().id(shop.closed(order)));
        return shop.journal.rows(shop.program().id()).getLast().step().decision();
    }
}
