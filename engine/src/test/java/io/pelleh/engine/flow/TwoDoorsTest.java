package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.EventBuilder.that;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.checkout.Returning.Pieces;
import io.pelleh.engine.customer.Purchases;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.Shop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a checkout and an order event both tell happens once. */
class TwoDoorsTest {

    private static final LambdaRule TENTH =
            rule("tenth").whenBasket(b -> true).limited(2, 1).asks(new Ask.PercentOff(Ask.Off.BASKET, 1_000));
    private static final LambdaRule EARN =
            rule("earn").lane("points").whenBasket(b -> true).asks(new Ask.PointsPer(100, 1));
    private static final LambdaRule BONUS = rule("bonus")
            .lane("care")
            .when(c -> c.getOrders() == 1)
            .limited(Long.MAX_VALUE, 1)
            .asks(new Ask.Points(50));

    @Test
    void aReturnThatTwoDoorsTellIsOneWhicheverComesFirst() {
        for (boolean event : List.of(true, false)) {
            Shop other = Shop.eur(EARN);
            other.buy(SARA, "order", goods(3_000, 1_000));
            List<Runnable> doors = new ArrayList<>(List.of(
                    () -> other.bring("order", new Returning("r1", List.of(new Pieces(0, null, 1)), null)),
                    () -> other.send(that(new Happening.OrderReturned("r1", "order", goods(3_000))))));
            (event ? doors.reversed() : doors).forEach(Runnable::run);

            assertThat(other.state(SARA).wallet().balance()).isEqualTo(10);
            assertThat(other.state(SARA).history().purchases().spent()).isEqualTo(1_000);
        }
    }

    @Test
    void aCancellationThatTwoDoorsTellIsOneWhicheverComesFirst() {
        for (boolean event : List.of(true, false)) {
            Shop other = Shop.eur(TENTH, EARN, BONUS);
            other.buy(SARA, "order", goods(3_000, 1_000));
            List<Runnable> doors = new ArrayList<>(List.of(
                    () -> other.cancel("order"), () -> other.send(that(new Happening.OrderCancelled("order")))));
            (event ? doors.reversed() : doors).forEach(Runnable::run);

            assertThat(other.state(SARA).wallet().balance()).isZero();
            assertThat(other.state(SARA).history().purchases()).isEqualTo(Purchases.NONE);
            assertThat(other.journal.used(TENTH.id())).isZero();
        }
    }
}
