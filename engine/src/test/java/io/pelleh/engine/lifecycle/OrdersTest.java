package io.pelleh.engine.lifecycle;

import static io.pelleh.engine.fixtures.EventBuilder.that;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.customer.DayBucket;
import io.pelleh.engine.customer.Purchases;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRules;
import io.pelleh.engine.fixtures.Shop;
import io.pelleh.engine.program.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What several doors say about orders, in any order, adds up. */
class OrdersTest {

    private static final LambdaRules EARN =
            LambdaRules.of(rule("earn").lane("points").whenBasket(b -> true).asks(new Ask.PointsPer(100, 1)));
    private static final Instant NOON = Given.NOON;

    private final Shop shop = new Shop(Given.EUR, EARN);

    @Test
    void aCheckoutItsOrderEventItsPaymentAndItsImportAreOnePurchase() {
        shop.buy(SARA, "order", goods(1_000));
        shop.send(that(new Happening.OrderPlaced("order", goods(1_000))));
        shop.send(that(new Happening.OrderPaid("order", goods(1_000))));
        shop.history(List.of(that(new Happening.OrderPlaced("order", goods(1_000)))
                .historic()
                .in(Given.EUR)));

        assertThat(bought().orders()).isEqualTo(1);
        assertThat(bought().spent()).isEqualTo(1_000);
        assertThat(points()).isEqualTo(10);
    }

    @Test
    void aCancellationTakesBackWhatWasAwardedAndNotTwice() {
        shop.buy(SARA, "order", goods(1_000));
        shop.send(that(new Happening.OrderReturned("r", "order", goods(250))));
        assertThat(points()).isEqualTo(8);

        shop.send(that(new Happening.OrderCancelled("order")));
        shop.send(that(new Happening.OrderCancelled("order")));
        shop.send(that(new Happening.OrderReturned("r2", "order", goods(750))));

        assertThat(points()).isZero();
        assertThat(bought()).isEqualTo(Purchases.NONE);
    }

    @Test
    void anUnpaidOrderThatIsCancelledKeepsNoPoints() {
        Shop paid = new Shop(Given.PAID, EARN);
        paid.send(that(new Happening.OrderPlaced("order", goods(1_000))).at(NOON));

        paid.send(that(new Happening.OrderCancelled("order")));

        assertThat(paid.state(SARA).wallet().balance()).isZero();
        assertThat(paid.state(SARA).history().purchases()).isEqualTo(Purchases.NONE);
    }

    @Test
    void anOrderThatWasCancelledBeforeItWasToldBringsNothing() {
        shop.send(that(new Happening.OrderCancelled("order")));
        shop.send(that(new Happening.OrderPlaced("order", goods(1_000))));

        assertThat(points()).isZero();
        assertThat(bought().orders()).isZero();
    }

    @Test
    void aCancelledOrderIsNoLongerTheLastOne() {
        Instant first = NOON.minus(Duration.ofDays(20));
        shop.at(first).buy(SARA, "a", goods(1_000));
        shop.at(NOON).buy(SARA, "b", goods(1_000));

        shop.send(that(new Happening.OrderCancelled("b")));

        assertThat(bought().firstAt()).isEqualTo(first);
        assertThat(Given.EUR.dayOf(bought().lastAt())).isEqualTo(Given.EUR.dayOf(first));
    }

    @Test
    void pointsForAFreeOrderGoBackWithItsPieces() {
        Shop gifts = Shop.eur(rule("gift").lane("points").whenBasket(b -> true).asks(new Ask.Points(30)));
        gifts.buy(SARA, "order", goods(0, 0, 0));

        gifts.send(that(new Happening.OrderReturned("r", "order", goods(0))));
        assertThat(gifts.state(SARA).wallet().balance()).isEqualTo(20);

        gifts.send(that(new Happening.OrderCancelled("order")));
        assertThat(gifts.state(SARA).wallet().balance()).isZero();
    }

    @Test
    void inWhateverOrderTheDoorsReportTheTotalsAndDaysAreTheSame() {
        Dice.rounds(250, dice -> {
            Program program = dice.oneOf(List.of(Given.EUR, Given.PAID));
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                events.addAll(story(dice, program, "order-" + i, i == 0));
            }

            Shop one = told(program, dice.shuffled(events));
            Shop other = told(program, dice.shuffled(events));

            Purchases left = one.state(SARA).history().purchases();
            Purchases right = other.state(SARA).history().purchases();
            assertThat(left.days()).isEqualTo(right.days());
            assertThat(left.orders()).isEqualTo(right.orders());
            assertThat(left.spent()).isEqualTo(right.spent()).isEqualTo(sum(left));
            check(one);
            check(other);
        });
    }

    private static long sum(Purchases purchases) {
        return purchases.days().stream().mapToLong(DayBucket::spent).sum();
    }

    private static void check(Shop shop) {
        long balance = shop.state(SARA).wallet().balance();
        assertThat(balance).isEqualTo(shop.ledger()).isBetween(0L, 3 * 50L);
        assertThat(shop.state(SARA).history().purchases().orders()).isBetween(0L, 3L);
    }

    private static Shop told(Program program, List<Event> events) {
        Shop shop = new Shop(program, EARN);
        events.forEach(shop::send);
        return shop;
    }

    /** An order that is cancelled, or partly returned, or neither; every event has an instant of its own. */
    private static List<Event> story(Dice dice, Program program, String order, boolean cancelled) {
        List<Happening> story = new ArrayList<>(List.of(
                new Happening.OrderPlaced(order, goods(dice.between(1, 5_000))),
                new Happening.OrderPaid(order, null),
                new Happening.OrderShipped(order)));
        if (cancelled) {
            story.add(new Happening.OrderCancelled(order));
        } else if (dice.chance(60)) {
            story.add(new Happening.OrderReturned("r-" + order, order, goods(1)));
        }
        return story.stream()
                .map(h ->
                        that(h).at(NOON.minus(Duration.ofHours(dice.below(30)))).in(program))
                .toList();
    }

    private Purchases bought() {
        return shop.state(SARA).history().purchases();
    }

    private long points() {
        return shop.state(SARA).wallet().balance();
    }
}
