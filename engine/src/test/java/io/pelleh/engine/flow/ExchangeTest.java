package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.EventBuilder.that;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.ReturnRefused;
import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.checkout.Returning.Pieces;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.CouponOnFile.Uses;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.Shop;
import io.pelleh.engine.flow.Door.Exchange;
import io.pelleh.engine.flow.Door.Rehearsed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes back and what is bought instead are one: both or neither. */
class ExchangeTest {

    private static final LambdaRule ONCE =
            rule("once").whenBasket(b -> true).limited(1, 1).asks(new Ask.PercentOff(Ask.Off.BASKET, 1_000));
    private static final LambdaRule EARN =
            rule("earn").lane("points").whenBasket(b -> true).asks(new Ask.PointsPer(100, 1));

    private static final LambdaRule SPRING = rule("spring")
            .lane("care")
            .terms(Terms.NONE.askingForOneOf(List.of("spring")))
            .whenBasket(b -> b.getCouponBatches().contains("spring"))
            .asks(new Ask.AmountOff(Ask.Off.BASKET, 100));

    private final Shop shop = Shop.eur(ONCE, EARN, SPRING);

    @Test
    void bothAreInOneCommitAndTheUseThatComesBackIsThereForTheNext() {
        shop.buy(SARA, "old", goods(1_000));

        Door.Answer answer = exchange("old", "new", goods(2_000));

        assertThat(answer.stored().body()).isEqualTo("900 for 1800");
        assertThat(state("old")).isEqualTo(CheckoutState.RETURNED);
        assertThat(state("new")).isEqualTo(CheckoutState.CLOSED);
        assertThat(shop.journal.used(ONCE.id())).isEqualTo(1);
        assertThat(shop.state(SARA).wallet().balance()).isEqualTo(18).isEqualTo(shop.ledger());
        assertThat(shop.state(SARA).history().purchases().spent()).isEqualTo(1_800);
        assertThat(shop.state(SARA).history().purchases().orders()).isEqualTo(1);
    }

    @Test
    void theUseOfACodeThatComesBackIsThereForTheNext() {
        shop.journal
                .coupons()
                .put(new CouponOnFile("ABC", "spring", null, false, Instant.EPOCH, Instant.MAX, Uses.atMost(1), 0));
        shop.buy(SARA, "old", with("ABC", 1_000));

        Door.Answer answer = exchange("old", "new", with("abc", 2_000));

        assertThat(answer.stored().body()).isEqualTo("800 for 1700");
        assertThat(shop.journal.used("coupons/ABC")).isEqualTo(1);
        shop.cancel("new");
        assertThat(shop.journal.used("coupons/ABC")).isZero();
    }

    private static Goods with(String code, long amount) {
        return new Goods(goods(amount).lines(), 0, List.of(code), Map.of());
    }

    @Test
    void theSameAgainGetsTheSameAnswer() {
        shop.buy(SARA, "old", goods(1_000));
        Door.Answer first = exchange("old", "new", goods(2_000));

        assertThat(exchange("old", "new", goods(2_000))).isEqualTo(new Door.Answer(first.stored(), true));
        assertThat(shop.state(SARA).history().purchases().orders()).isEqualTo(1);
    }

    @Test
    void whereOneCannotBeTheOtherIsNot() {
        shop.buy(SARA, "old", goods(1_000));
        shop.buy(SARA, "taken", goods(500));

        assertThatThrownBy(() -> exchange("old", "taken", goods(2_000))).isInstanceOf(EventConflict.class);
        assertThat(state("old")).isEqualTo(CheckoutState.CLOSED);

        shop.bring("old", new Returning("r", List.of(new Pieces(0, null, 1)), null));
        assertThatThrownBy(() -> exchange("old", "new", goods(2_000))).isInstanceOf(CheckoutMoveForbidden.class);
        assertThat(shop.journal.checkout(Given.EUR.id(), Shop.checkout("new"))).isEmpty();
    }

    @Test
    void aPreviewTellsBothAndWritesNothing() {
        shop.buy(SARA, "old", goods(1_000));

        List<Rehearsed> both = shop.door().rehearse(Given.EUR, both("old", "new", goods(2_000)));

        assertThat(both.getFirst().decision().refund().orElseThrow().total()).isEqualTo(900);
        assertThat(both.getLast().decision().totals().toPay()).isEqualTo(1_800);
        assertThat(state("old")).isEqualTo(CheckoutState.CLOSED);
    }

    @Test
    void aGuestExchangesToo() {
        shop.send(that(Shop.closing("old", goods(1_000))).ofGuest().id(shop.closed("old")));

        exchange("old", "new", goods(2_000));

        assertThat(state("new")).isEqualTo(CheckoutState.CLOSED);
        assertThatThrownBy(() -> shop.bring("old", new Returning("y", List.of(new Pieces(0, null, 1)), null)))
                .isInstanceOfAny(CheckoutMoveForbidden.class, ReturnRefused.class);
    }

    private Door.Answer exchange(String old, String next, Goods goods) {
        return shop.door().exchange(Given.EUR, both(old, next, goods), (back, close) -> {
            long refund = back.decision().refund().orElseThrow().total();
            long toPay = close.decision().totals().toPay();
            return new StoredAnswer(200, close.event().digest(), refund + " for " + toPay);
        });
    }

    private Exchange both(String old, String next, Goods goods) {
        Event back = shop.returning(old, new Returning("x", List.of(new Pieces(0, null, 1)), null))
                .in(Given.EUR);
        Event close =
                that(Shop.closing(next, goods)).ofGuest().id(shop.closed(next)).in(Given.EUR);
        Event same = new Event(
                close.id(),
                close.type(),
                close.subject(),
                close.occurredAt(),
                close.origin(),
                back.digest(),
                close.happening());
        return new Exchange(back, same);
    }

    private CheckoutState state(String order) {
        return shop.journal
                .checkout(Given.EUR.id(), Shop.checkout(order))
                .orElseThrow()
                .state();
    }
}
