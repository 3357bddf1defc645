package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.EventBuilder.that;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.fixtures.Club;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a checkout may go, and many senders at once. */
class CheckoutTest {

    private static final CheckoutId CHECKOUT = new CheckoutId("checkout-order");

    private final Shop shop = new Shop(Given.EUR, Club.rules());

    @Test
    void aClosedCheckoutIsNotClosedAgain() {
        shop.buy(SARA, "order", goods(1_000));

        assertThat(shop.journal.checkout(Given.EUR.id(), CHECKOUT).orElseThrow().state())
                .isEqualTo(CheckoutState.CLOSED);
        assertThatThrownBy(() -> shop.send(that(Shop.closing("order", goods(1_000)))))
                .isInstanceOf(CheckoutMoveForbidden.class);
        assertThat(shop.state(SARA).history().purchases().orders()).isEqualTo(1);
    }

    @Test
    void aCancelledCheckoutIsNeverClosedAndBringsNothing() {
        shop.send(that(new Happening.CheckoutCancelled(CHECKOUT, null)));

        assertThatThrownBy(() -> shop.buy(SARA, "order", goods(1_000))).isInstanceOf(CheckoutMoveForbidden.class);
        assertThat(shop.last(SARA).granted()).isEmpty();
        assertThat(shop.state(SARA).history().purchases().orders()).isZero();
    }

    @Test
    void closingAgainUnderTheSameKeyGetsTheFirstAnswer() {
        Event close = that(Shop.closing("order", goods(1_000))).in(Given.EUR);

        Door.Answer first = shop.send(close);

        assertThat(shop.send(close).stored()).isEqualTo(first.stored());
    }

    @Test
    void twoClientsClosingOneCheckoutAtOnceGetOneDecision() {
        for (int round = 0; round < 50; round++) {
            String order = "order-" + round;
            List<Callable<Boolean>> clients = List.of(() -> closes(order, "a"), () -> closes(order, "b"));

            assertThat(inParallel(clients)).containsExactlyInAnyOrder(true, false);
        }
        assertThat(shop.state(SARA).history().purchases().orders()).isEqualTo(50);
        assertThat(shop.state(SARA).wallet().balance()).isEqualTo(shop.ledger());
    }

    private boolean closes(String order, String client) {
        try {
            shop.send(that(Shop.closing(order, goods(1_000))).id(client + order));
            return true;
        } catch (CheckoutMoveForbidden e) {
            return false;
        }
    }

    @Test
    void thirtyTwoSendersOfTheSameFiveHundredEventsApplyEachOnceAndHearTheSame() {
        List<Event> events = IntStream.range(0, 500)
                .mapToObj(i -> that(Shop.closing("order-" + i, goods(100 + i)))
                        .of(new CustomerId("c" + i % 25))
                        .in(Given.EUR))
                .toList();
        Map<Event, StoredAnswer> heard = new ConcurrentHashMap<>();
        List<Callable<Boolean>> senders = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            Dice dice = Dice.of(i);
            senders.add(() -> dice.shuffled(events).stream().allMatch(event -> hears(heard, event)));
        }

        assertThat(inParallel(senders)).containsOnly(true);

        assertThat(shop.journal.rows(Given.EUR.id())).hasSize(500);
        long orders = IntStream.range(0, 25)
                .mapToObj(i -> shop.state(new CustomerId("c" + i)))
                .mapToLong(state -> state.history().purchases().orders())
                .sum();
        assertThat(orders).isEqualTo(500);
    }

    private boolean hears(Map<Event, StoredAnswer> heard, Event event) {
        while (true) {
            try {
                StoredAnswer answer = shop.send(event).stored();
                StoredAnswer first = heard.putIfAbsent(event, answer);
                return first == null || first.equals(answer);
            } catch (StillDeciding e) {
                Thread.onSpinWait();
            }
        }
    }

    private static <T> List<T> inParallel(List<Callable<T>> work) {
        try (var pool = Executors.newFixedThreadPool(work.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
