package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.EventBuilder.that;
import static io.pelleh.engine.fixtures.Given.OMID;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.checkout.Charged;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Priced;
import io.pelleh.engine.checkout.Promise;
import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.checkout.Returning.Pieces;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.fixtures.EventBuilder;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.Shop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A close keeps what a quote promised, or says how it differs; a shop that decided by itself is reconciled. */
class PromiseTest {

    private static final LambdaRule TENTH =
            rule("tenth").whenBasket(b -> true).limited(1, 1).asks(new Ask.PercentOff(Ask.Off.BASKET, 1_000));
    private static final LambdaRule EARN =
            rule("earn").lane("points").whenBasket(b -> true).asks(new Ask.PointsPer(100, 1));

    private final Shop shop = Shop.eur(TENTH, EARN);

    @Test
    void aPromiseThatIsKeptIsNotSpokenOf() {
        close(goods(1_000), promised(goods(1_000)));

        assertThat(shop.last(SARA).totals().discount()).isEqualTo(100);
        assertThat(shop.last(SARA).difference()).isEmpty();
    }

    @Test
    void aPromiseThatCannotBeKeptIsToldWithBothPrices() {
        Promise promise = promised(goods(1_000));
        shop.buy(OMID, "other", goods(1_000));

        close(goods(1_000), promise);

        assertThat(shop.last(SARA).difference())
                .contains(new Effect.PriceDiffers(
                        Effect.Against.PROMISE, new Priced(1_000, 0, 100, 0, 0), new Priced(1_000, 0, 0, 0, 0)));
    }

    @Test
    void aPromiseHoldsForItsBasketAndItsTimeOnly() {
        Promise promise = promised(goods(1_000));
        shop.buy(OMID, "other", goods(1_000));
        shop.later(Duration.ofMinutes(16));
        close(goods(1_000), promise);
        assertThat(shop.last(SARA).difference()).isEmpty();

        Shop second = Shop.eur(TENTH, EARN);
        second.send(closing(goods(2_000), promise, null, "order"));
        assertThat(second.last(SARA).difference()).isEmpty();
    }

    @Test
    void whatTheShopDecidedByItselfIsBookedAsItWasChargedAndReconciled() {
        Goods goods = goods(3_000, 1_000);
        shop.send(closing(goods, null, new Charged(1_000, 0), "order"));

        Decision decision = shop.last(SARA);
        assertThat(decision.totals().toPay()).isEqualTo(3_000);
        assertThat(shop.state(SARA).wallet().balance()).isEqualTo(30);
        assertThat(shop.state(SARA).history().purchases().spent()).isEqualTo(3_000);
        assertThat(shop.journal.used(TENTH.id())).isZero();
        assertThat(decision.difference())
                .contains(new Effect.PriceDiffers(
                        Effect.Against.DECISION, new Priced(4_000, 0, 400, 0, 0), new Priced(4_000, 0, 1_000, 0, 0)));

        shop.bring("order", new Returning("r", List.of(new Pieces(0, null, 1)), null));
        assertThat(shop.last(SARA).refund().orElseThrow().goods()).isEqualTo(2_250);
        shop.cancel("order");
        assertThat(shop.last(SARA).refund().orElseThrow().goods()).isEqualTo(750);
        assertThat(shop.state(SARA).wallet().balance()).isZero();
    }

    @Test
    void whatTheShopDecidedDaysAgoStillBringsItsPoints() {
        Event late = closing(goods(1_000), null, new Charged(0, 0), "order")
                .at(Given.NOON.minus(Duration.ofDays(4)))
                .in(Given.EUR);

        shop.send(late);

        assertThat(shop.state(SARA).wallet().balance()).isEqualTo(10);
    }

    private Promise promised(Goods goods) {
        Decision quote = shop.quote(SARA, goods);
        return Door.promise(goods, quote, quote.decidedAt().plus(Duration.ofMinutes(15)));
    }

    private void close(Goods goods, Promise promise) {
        shop.send(closing(goods, promise, null, "order"));
    }

    private EventBuilder closing(Goods goods, Promise promise, Charged charged, String order) {
        return that(new CheckoutClosed(Shop.checkout(order), order, null, goods, promise, charged))
                .id(shop.closed(order));
    }
}
