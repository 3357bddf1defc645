package io.pelleh.engine.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.checkout.Refund.LineBack;
import io.pelleh.engine.checkout.Refund.ShareBack;
import io.pelleh.engine.checkout.ReturnRefused.Fault;
import io.pelleh.engine.checkout.ReturnRefused.Reason;
import io.pelleh.engine.checkout.Returning.Pieces;
import io.pelleh.engine.checkout.Sale.Lapse;
import io.pelleh.engine.checkout.Sale.Share;
import io.pelleh.engine.checkout.Sale.Sold;
import io.pelleh.engine.checkout.Sale.Use;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.limit.Limit.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All pieces give back exactly what was charged for them, in whatever parts they come. */
class ReckoningTest {

    private static final Draw ONE_USE = new Draw("p", new Counter("p", ""), Measure.USES, 1, 10);
    private static final Share TENTH = new Share("tenth", List.of(100L, 50L), 0, 0, false, List.of(), true, false);
    private static final Sale SALE = new Sale(
            List.of(new Sold("tea", 3, 1_000), new Sold("cup", 1, 500)),
            90,
            List.of(TENTH),
            0,
            GivenBack.nothing(2),
            List.of(),
            null,
            List.of());

    @Test
    void aThirdOfALineGivesBackAThirdRoundedAndTheLastPieceTheRest() {
        Refund first = back(SALE, line(0, 1));
        Refund second = back(next(SALE, first), line(0, 1));
        Refund third = back(next(SALE, second), line(0, 1));

        assertThat(List.of(first.goods(), second.goods(), third.goods())).containsExactly(300L, 300L, 300L);
        assertThat(first.lines()).containsExactly(new LineBack(0, "tea", 1, 2, 300, 33));
        assertThat(second.lines().getFirst().discount()
                        + third.lines().getFirst().discount())
                .isEqualTo(67);
        assertThat(third.to()).isEqualTo(CheckoutState.PARTIALLY_RETURNED);
    }

    @Test
    void whatTheRestLosesIsTakenOffTheRefundAndDueAgainWithTheRest() {
        Sale lost = SALE.losing(List.of(new Lapse("tenth", List.of())));

        Refund tea = back(lost, line(0, 3));
        Refund cup = back(next(SALE, tea), line(1, 1));

        assertThat(tea.goods()).isEqualTo(900 - 50);
        assertThat(tea.shares().getFirst().clawedBack()).isEqualTo(50);
        assertThat(tea.shares().getFirst().fate()).isEqualTo(Refund.Fate.CLAWED_BACK);
        assertThat(cup.goods()).isEqualTo(500);
        assertThat(cup.shares().getFirst().clawedBack()).isEqualTo(-50);
        assertThat(tea.goods() + cup.goods()).isEqualTo(1_350);
    }

    @Test
    void noRefundIsBelowZeroAndWhatCouldNotBeTakenIsSaid() {
        Share half = new Share("half", List.of(0L, 400L), 0, 0, false, List.of(ONE_USE), true, false);
        Sale sale = new Sale(
                SALE.lines(),
                0,
                List.of(half),
                0,
                GivenBack.nothing(2),
                List.of(new Lapse("half", List.of())),
                null,
                List.of());

        Refund one = back(sale, line(0, 1));
        Refund two = back(next(sale, one), line(0, 1));
        Refund all = back(next(sale, two), line(0, 1), line(1, 1));

        assertThat(one.goods()).isZero();
        assertThat(one.notTaken()).isEqualTo(400 - 333);
        assertThat(one.shares().getFirst().released()).isEqualTo(Use.NONE);
        assertThat(two.goods()).isEqualTo(667 - 400);
        assertThat(two.notTaken()).isZero();
        assertThat(two.shares().getFirst().released()).isEqualTo(new Use(true, false));
        assertThat(all.shares().getFirst().released()).isEqualTo(Use.NONE);
        assertThat(one.goods() + two.goods() + all.goods()).isEqualTo(1_100);
    }

    @Test
    void aUseThatCountsForGoodStaysCountedWhenAllComesBackAndTheMoneyOffGoesBack() {
        Draw money = new Draw("p", new Counter("p#money", ""), Measure.MONEY, 150, 1_000);
        Share kept = new Share("p", List.of(100L, 50L), 0, 0, true, List.of(ONE_USE, money), false, true);
        Sale sale = new Sale(SALE.lines(), 0, List.of(kept), 0, GivenBack.nothing(2), List.of(), null, List.of());

        Refund all = back(sale, line(0, 3), line(1, 1));

        assertThat(all.goods()).isEqualTo(1_350);
        assertThat(all.shares().getFirst().released()).isEqualTo(Use.NONE);
        assertThat(all.shares().getFirst().draws()).containsExactly(money.back(150));
    }

    @Test
    void shippingComesBackWithTheLastPieceOrWhenTheShopSaysSoAndOnlyOnce() {
        Refund early = Reckoning.of(SALE, ReturnedUnits.of(SALE, new Returning("r", List.of(line(0, 1)), true)));
        Sale then = next(SALE, early);

        assertThat(early.shipping()).isEqualTo(90);
        assertThat(back(then, line(0, 2), line(1, 1)).shipping()).isZero();
        assertThat(back(SALE, line(0, 3), line(1, 1)).shipping()).isEqualTo(90);
        assertThatThrownBy(() -> ReturnedUnits.of(then, new Returning("r", List.of(line(1, 1)), true)))
                .isInstanceOfSatisfying(
                        ReturnRefused.class,
                        refused -> assertThat(refused.faults())
                                .containsExactly(
                                        new Fault(-1, Reason.SHIPPING_GIVEN_BACK, "shipping was given back before")));
    }

    @Test
    void whatIsNotThereCannotComeBackAndEveryFaultIsTold() {
        Returning wrong = new Returning(
                "r", List.of(line(0, 2), new Pieces(null, "tea", 2), line(2, 1), new Pieces(null, "pot", 1)), null);

        assertThatThrownBy(() -> ReturnedUnits.of(SALE, wrong))
                .isInstanceOfSatisfying(
                        ReturnRefused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::pieces, Fault::reason)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple(1, Reason.MORE_THAN_LEFT),
                                        org.assertj.core.groups.Tuple.tuple(2, Reason.UNKNOWN_LINE),
                                        org.assertj.core.groups.Tuple.tuple(3, Reason.UNKNOWN_SKU)));
    }

    @Test
    void inWhateverPartsAndOrderAllComesToWhatWasCharged() {
        Dice.rounds(2_000, dice -> {
            Sale sale = SomeSale.sale(dice);
            List<Pieces> all = SomeSale.pieces(dice, sale);

            Ending one = returned(dice, sale, dice.shuffled(all));
            Ending other = returned(dice, sale, dice.shuffled(all));

            assertThat(one).isEqualTo(other).isEqualTo(Ending.expected(sale));
        });
    }

    /** What many returns came to. */
    private record Ending(long goods, long shipping, List<Long> discounts, long clawed, long tax) {

        static Ending expected(Sale sale) {
            long goods = 0;
            for (int i = 0; i < sale.lines().size(); i++) {
                goods += sale.paid(i);
            }
            List<Long> discounts = sale.shares().stream()
                    .map(share ->
                            share.lines().stream().mapToLong(Long::longValue).sum())
                    .toList();
            return new Ending(goods, sale.paidForShipping(), discounts, 0, taxOf(sale));
        }
    }

    /** All that was charged as tax. */
    private static long taxOf(Sale sale) {
        long[] paid = new long[sale.lines().size()];
        Arrays.setAll(paid, sale::paid);
        Taxes taxes = sale.taxes();
        return taxes == null ? 0 : taxes.on(paid, sale.paidForShipping()).total();
    }

    private static long tax(Refund refund) {
        GivenBack.TaxBack tax = refund.after().tax();
        return tax == null ? 0 : tax.last();
    }

    private static Ending returned(Dice dice, Sale start, List<Pieces> parts) {
        Sale sale = start;
        List<Refund> refunds = new ArrayList<>();
        for (Pieces part : parts) {
            Sale now = dice.chance(20) ? sale.losing(SomeSale.lapses(dice, sale)) : sale;
            Refund refund = back(now, part);
            check(refund);
            refunds.add(refund);
            sale = next(sale, refund);
        }
        assertThat(refunds.getLast().to()).isEqualTo(CheckoutState.RETURNED);
        assertThat(refunds.getLast().notTaken()).isZero();
        List<Long> discounts = start.shares().stream()
                .map(share -> sum(refunds, share.promotion(), true))
                .toList();
        long clawed = start.shares().stream()
                .mapToLong(share -> sum(refunds, share.promotion(), false))
                .sum();
        return new Ending(
                refunds.stream().mapToLong(Refund::goods).sum(),
                refunds.stream().mapToLong(Refund::shipping).sum(),
                discounts,
                clawed,
                refunds.stream().mapToLong(ReckoningTest::tax).sum());
    }

    private static long sum(List<Refund> refunds, String promotion, boolean discount) {
        return refunds.stream()
                .flatMap(refund -> refund.shares().stream())
                .filter(share -> share.promotion().equals(promotion))
                .mapToLong(share -> discount ? share.discount() : share.clawedBack())
                .sum();
    }

    private static void check(Refund refund) {
        assertThat(refund.goods()).isNotNegative();
        assertThat(refund.notTaken()).isNotNegative();
        assertThat(tax(refund)).isNotNegative();
        assertThat(refund.lines()).allMatch(line -> line.paid() >= 0 && line.discount() >= 0);
        assertThat(refund.shares()).allMatch(share -> share.discount() >= 0);
        long discount = refund.lines().stream().mapToLong(LineBack::discount).sum();
        assertThat(refund.shares().stream().mapToLong(ShareBack::discount).sum())
                .isEqualTo(discount);
    }

    private static Refund back(Sale sale, Pieces... pieces) {
        return Reckoning.of(sale, ReturnedUnits.of(sale, new Returning("r", List.of(pieces), null)));
    }

    private static Sale next(Sale sale, Refund refund) {
        return new Sale(
                sale.lines(), sale.shipping(), sale.shares(), 0, refund.after(), List.of(), sale.taxes(), List.of());
    }

    private static Pieces line(int line, long quantity) {
        return new Pieces(line, null, quantity);
    }
}
