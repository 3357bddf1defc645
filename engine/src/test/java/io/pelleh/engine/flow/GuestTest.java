package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.EventBuilder.that;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Refusal;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders whose customer is unknown, unknown yet, or another one than the event says. */
class GuestTest {

    private final Shop shop = Shop.eur(
            rule("ten").asks(new Ask.PercentOff(Ask.Off.BASKET, 1_000)),
            rule("welcome").lane("care").limited(Long.MAX_VALUE, 1).asks(new Ask.Message("hello")),
            rule("earn").lane("points").asks(new Ask.PointsPer(100, 1)));

    @Test
    void aGuestGetsWhatNeedsNoProfileAndNoStateIsKept() {
        shop.send(that(Shop.closing("order", goods(1_000))).ofGuest());

        Decision decision = shop.journal.rows(Given.EUR.id()).getLast().step().decision();
        assertThat(decision.totals().discount()).isEqualTo(100);
        assertThat(decision.refusals())
                .extracting(Refusal::code)
                .containsOnly(Refusal.Code.PROFILE_REQUIRED)
                .hasSize(2);
        assertThat(decision.ledger()).isEmpty();
        assertThat(shop.journal.find(Given.EUR.id(), Customers.GUEST)).isEmpty();
    }

    @Test
    void aGuestsQuoteEqualsTheClose() {
        Decision quote = shop.door().quote(Given.EUR, Subject.GUEST, goods(1_000), null);

        shop.send(that(Shop.closing("order", goods(1_000))).ofGuest());

        Decision close = shop.journal.rows(Given.EUR.id()).getLast().step().decision();
        assertThat(quote.totals()).isEqualTo(close.totals());
        assertThat(quote.refusals()).hasSameSizeAs(close.refusals());
    }

    @Test
    void anOrderPaidByNobodyInParticularBelongsToWhomPlacedIt() {
        shop.send(that(new Happening.OrderPaid("order", null)).ofGuest());
        shop.send(that(new Happening.OrderPlaced("order", goods(1_000))));

        assertThat(onFile("order").customer()).isEqualTo(SARA);

        shop.send(that(new Happening.OrderCancelled("order")).ofGuest());
        assertThat(shop.state(SARA).history().purchases().orders()).isZero();
        assertThat(shop.state(SARA).wallet().balance()).isZero();
    }

    @Test
    void anOrderFirstHeardOfUnderANameAndThenPlacedByNobodyBelongsToThatName() {
        shop.send(that(new Happening.OrderPaid("order", null)));
        shop.send(that(new Happening.OrderPlaced("order", goods(1_000))).ofGuest());

        assertThat(shop.state(SARA).history().purchases().orders()).isEqualTo(1);
    }

    @Test
    void whatComesAfterAnOrderGoesToItsBuyerWhoeverIsNamed() {
        shop.send(that(new Happening.OrderPlaced("order", goods(1_000))));

        shop.send(that(new Happening.OrderCancelled("order")).of(Given.OMID));

        assertThat(shop.state(SARA).history().purchases().orders()).isZero();
        assertThat(shop.journal.find(Given.EUR.id(), Given.OMID)).isEmpty();
    }

    @Test
    void anImportThatNamesAnotherBuyerTouchesOnlyTheRealOne() {
        shop.send(that(new Happening.OrderPlaced("order", goods(1_000))));
        CustomerId omid = Given.OMID;

        shop.history(List.of(
                that(new Happening.Enrolled()).of(omid).historic().in(Given.EUR),
                that(new Happening.OrderReturned("r", "order", goods(400)))
                        .of(omid)
                        .historic()
                        .in(Given.EUR),
                that(new Happening.OrderCancelled("order")).of(omid).historic().in(Given.EUR)));

        assertThat(shop.state(SARA).history().purchases().orders()).isZero();
        assertThat(shop.state(SARA).history().purchases().spent()).isZero();
        assertThat(shop.state(SARA).wallet().balance()).isZero();
        assertThat(shop.state(omid).history().purchases().spent()).isZero();
    }

    @Test
    void anImportWithoutNamesReachesTheBuyerOnFile() {
        shop.send(that(new Happening.OrderPlaced("order", goods(1_000))));

        int added = shop.history(List.of(
                that(new Happening.OrderCancelled("order")).ofGuest().historic().in(Given.EUR)));

        assertThat(added).isEqualTo(1);
        assertThat(shop.state(SARA).history().purchases().orders()).isZero();
    }

    private OrderOnFile onFile(String order) {
        return shop.journal.orders(Given.EUR.id(), List.of(order)).get(order);
    }
}
