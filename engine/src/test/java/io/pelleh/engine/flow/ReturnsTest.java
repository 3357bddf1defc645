package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.EventBuilder.that;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.Given.shipped;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.checkout.CheckoutOnFile;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.checkout.ReturnRefused;
import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.checkout.Returning.Pieces;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Purchases;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.fixtures.Club;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a checkout gave comes back as it was given, once, whatever the way. */
class ReturnsTest {

    private static final LambdaRule TENTH =
            rule("tenth").whenBasket(b -> true).limited(2, 1).asks(new Ask.PercentOff(Ask.Off.BASKET, 1_000));
    private static final LambdaRule EARN =
            rule("earn").lane("points").whenBasket(b -> true).asks(new Ask.PointsPer(100, 1));
    private static final LambdaRule BONUS = rule("bonus")
            .lane("care")
            .when(c -> c.getOrders() == 1)
            .limited(Long.MAX_VALUE, 1)
            .asks(new Ask.Points(50));

    private final Shop shop = Shop.eur(TENTH, EARN, BONUS);

    @Test
    void aPartGivesBackItsShareOfMoneyAndPoints() {
        shop.buy(SARA, "order", goods(3_000, 1_000));

        shop.bring("order", pieces("r1", 0, 1));

        Refund refund = refund();
        assertThat(refund.goods()).isEqualTo(2_700);
        assertThat(refund.to()).isEqualTo(CheckoutState.PARTIALLY_RETURNED);
        assertThat(state().wallet().balance()).isEqualTo(36 + 50 - 27);
        assertThat(state().history().purchases().spent()).isEqualTo(900);
        assertThat(state().history().purchases().orders()).isEqualTo(1);
        assertThat(shop.journal.used(TENTH.id())).isEqualTo(1);
    }

    @Test
    void allOfItInPartsLeavesNothingBehind() {
        shop.buy(SARA, "order", goods(3_000, 1_000));

        shop.bring("order", pieces("r1", 0, 1));
        shop.later(Duration.ofDays(40)).bring("order", pieces("r2", 1, 1));

        assertThat(checkout("order").state()).isEqualTo(CheckoutState.RETURNED);
        assertThat(state().wallet().balance()).isZero();
        assertThat(state().uses()).isEmpty();
        assertThat(state().history().purchases()).isEqualTo(Purchases.NONE);
        assertThat(shop.journal.used(TENTH.id())).isZero();
    }

    @Test
    void cancellingAfterAReturnGivesBackTheRest() {
        shop.buy(SARA, "order", goods(3_000, 1_000));
        shop.bring("order", pieces("r1", 0, 1));

        shop.cancel("order");

        assertThat(refund().goods()).isEqualTo(900);
        assertThat(checkout("order").state()).isEqualTo(CheckoutState.CANCELLED);
        assertThat(state().wallet().balance()).isZero();
        assertThat(state().uses()).isEmpty();
        assertThat(state().history().purchases()).isEqualTo(Purchases.NONE);
        assertThatThrownBy(() -> shop.bring("order", pieces("r2", 1, 1))).isInstanceOf(CheckoutMoveForbidden.class);
    }

    @Test
    void aUseThatCameBackIsThereForTheNext() {
        shop.buy(SARA, "a", goods(1_000));
        shop.buy(Given.OMID, "b", goods(1_000));
        assertThat(shop.quote(SARA, goods(1_000)).totals().discount()).isZero();

        shop.cancel("a");

        assertThat(shop.quote(SARA, goods(1_000)).totals().discount()).isEqualTo(100);
        shop.buy(SARA, "c", goods(1_000));
        assertThat(shop.journal.used(TENTH.id())).isEqualTo(2);
    }

    @Test
    void theSameReturnAgainGetsTheFirstAnswer() {
        shop.buy(SARA, "order", goods(3_000, 1_000));
        Event back = shop.returning("order", pieces("r1", 0, 1)).in(Given.EUR);

        Door.Answer first = shop.send(back);

        assertThat(shop.send(back)).isEqualTo(new Door.Answer(first.stored(), true));
        assertThatThrownBy(() -> shop.bring("order", pieces("r1", 1, 1))).isInstanceOf(EventConflict.class);
        assertThatThrownBy(() -> shop.bring("order", pieces("r2", 0, 1))).isInstanceOf(ReturnRefused.class);
    }

    @Test
    void pointsThatAreGoneAreOwed() {
        shop.buy(SARA, "order", goods(10_000));
        assertThat(state().wallet().balance()).isEqualTo(140);
        shop.later(Duration.ofDays(500)).pass(SARA);

        shop.cancel("order");

        assertThat(state().wallet().debt()).isEqualTo(140);
        assertThat(state().wallet().balance()).isEqualTo(shop.ledger());
    }

    @Test
    void aGuestBringsBackLikeAnybody() {
        shop.send(that(Shop.closing("order", shipped(1_000, 70))).ofGuest().id(shop.closed("order")));

        shop.bring("order", pieces("r1", 0, 1));

        Decision last = shop.journal.rows(Given.EUR.id()).getLast().step().decision();
        assertThat(last.refund().orElseThrow().total()).isEqualTo(1_070);
        assertThat(last.ledger()).isEmpty();
    }

    @Test
    void aPreviewSaysTheSameAndWritesNothing() {
        shop.buy(SARA, "order", goods(3_000, 1_000));
        Event back = shop.returning("order", pieces("r1", 0, 1)).in(Given.EUR);

        Decision preview = shop.door().rehearse(Given.EUR, back).decision();

        assertThat(checkout("order").state()).isEqualTo(CheckoutState.CLOSED);
        shop.send(back);
        assertThat(preview.refund()).contains(refund());
        assertThat(preview.ledger()).isEqualTo(shop.last(SARA).ledger());
    }

    @Test
    void anOpenCheckoutHasNothingToBringBack() {
        assertThatThrownBy(() -> shop.bring("nothing", pieces("r1", 0, 1))).isInstanceOf(CheckoutMoveForbidden.class);
    }

    @Test
    void closingAndBringingEverythingBackInAnyPartsRestoresEverything() {
        Dice.rounds(300, dice -> {
            Shop club = new Shop(Given.EUR, Club.rules());
            club.buy(SARA, "before", basket(dice));
            club.later(Duration.ofDays(1 + dice.below(3)));
            CustomerState before = club.state(SARA);
            long ledger = club.ledger();
            Goods goods = basket(dice);
            club.buy(SARA, "order", goods);
            long paid = club.last(SARA).totals().toPay();

            long refunded = broughtBack(dice, club, goods);

            CustomerState after = club.state(SARA);
            assertThat(refunded).isEqualTo(paid);
            assertThat(after.wallet().balance())
                    .isEqualTo(before.wallet().balance())
                    .isEqualTo(club.ledger());
            assertThat(club.ledger()).isEqualTo(ledger);
            assertThat(after.uses()).isEqualTo(before.uses());
            assertThat(after.history().purchases().days())
                    .isEqualTo(before.history().purchases().days());
            assertThat(after.history().purchases().spent())
                    .isEqualTo(before.history().purchases().spent());
            assertThat(after.history().purchases().orders()).isEqualTo(1);
        });
    }

    /** Brings everything back, or cancels what is left on the way. */
    private static long broughtBack(Dice dice, Shop club, Goods goods) {
        long refunded = 0;
        List<Pieces> all = new ArrayList<>();
        for (int i = 0; i < goods.lines().size(); i++) {
            for (long left = goods.lines().get(i).quantity(); left > 0; left--) {
                all.add(new Pieces(i, null, 1));
            }
        }
        int number = 0;
        for (Pieces piece : dice.shuffled(all)) {
            if (dice.chance(10)) {
                club.cancel("order");
                return refunded + refund(club).total();
            }
            club.later(Duration.ofHours(dice.below(9)));
            club.bring("order", new Returning("r" + number++, List.of(piece), null));
            refunded += refund(club).total();
        }
        return refunded;
    }

    private static Goods basket(Dice dice) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1 + dice.below(3); i > 0; i--) {
            lines.add(Line.of("sku-" + i, "tea", dice.between(1, 4), BigDecimal.valueOf(dice.between(1, 9_999))));
        }
        return Goods.of(lines, dice.below(500));
    }

    private static Refund refund(Shop shop) {
        return shop.last(SARA).refund().orElseThrow();
    }

    private Refund refund() {
        return refund(shop);
    }

    private CustomerState state() {
        return shop.state(SARA);
    }

    private CheckoutOnFile checkout(String order) {
        Optional<CheckoutOnFile> onFile = shop.journal.checkout(Given.EUR.id(), Shop.checkout(order));
        return onFile.orElseThrow();
    }

    private static Returning pieces(String id, int line, long quantity) {
        return new Returning(id, List.of(new Pieces(line, null, quantity)), null);
    }
}
