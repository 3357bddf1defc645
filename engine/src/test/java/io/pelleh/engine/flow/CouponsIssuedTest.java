package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.EventBuilder.that;
import static io.pelleh.engine.fixtures.Given.OMID;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pelleh.engine.checkout.CouponCode;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.checkout.Returning.Pieces;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Refusal;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.decision.Thresholds;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.facts.Attribute.Since;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.LambdaRules;
import io.pelleh.engine.fixtures.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A promotion that hands a code out does so once, for its customer alone, and takes it back with the order. */
class CouponsIssuedTest {

    private static final LambdaRule THANKS =
            rule("thanks").lane("care").whenBasket(b -> b.getTotal() >= 1_000).asks(new Ask.IssueCoupon("thanks", 30));
    private static final LambdaRule NEXT = rule("next")
            .lane("basket")
            .terms(Terms.NONE.askingForOneOf(List.of("thanks")))
            .whenBasket(b -> b.getCouponBatches().contains("thanks"))
            .asks(new Ask.AmountOff(Ask.Off.BASKET, 100));

    private final Shop shop = Shop.eur(THANKS, NEXT);

    CouponsIssuedTest() {
        shop.journal.coupons().giving("thanks", Instant.MAX);
    }

    private Decision bought(CustomerId who, String order, Goods goods) {
        shop.buy(who, order, goods);
        return shop.journal.recorded(shop.closed(order)).orElseThrow().decision();
    }

    private static Goods with(String code) {
        return new Goods(goods(500).lines(), 0, List.of(code), Map.of());
    }

    private static Effect.CouponIssued issued(Decision decision) {
        return decision.issued().findFirst().orElseThrow();
    }

    private Decision last() {
        return shop.journal.rows(shop.program().id()).getLast().step().decision();
    }

    @Test
    void aQuoteShowsThatACodeWillComeAndTheCloseMakesIt() {
        Effect.CouponIssued shown = issued(shop.quote(SARA, goods(1_000)));

        Decision decision = bought(SARA, "one", goods(1_000));

        assertThat(shown.code()).isEmpty();
        assertThat(shown.opens()).containsExactly(NEXT.id());
        assertThat(issued(decision).code()).isEqualTo("THANKS-1");
        assertThat(issued(decision).until()).isEqualTo(decision.decidedAt().plus(Duration.ofDays(30)));
        assertThat(shop.journal.coupons().all())
                .extracting(CouponOnFile::customer, CouponOnFile::until)
                .containsExactly(tuple(SARA, issued(decision).until()));
    }

    @Test
    void itIsForItsCustomerAloneAndForOneUse() {
        String code = issued(bought(SARA, "one", goods(1_000))).code();

        assertThat(bought(OMID, "two", with(code)).refusals())
                .extracting(Refusal::code)
                .containsExactly(Refusal.Code.COUPON_NOT_YOURS);
        assertThat(bought(SARA, "three", with(code)).totals().discount()).isEqualTo(100);
        assertThat(bought(SARA, "four", with(code)).refusals())
                .extracting(Refusal::code)
                .containsExactly(Refusal.Code.COUPON_USED_UP);
    }

    @Test
    void theSameCloseAgainGetsTheFirstAnswerAndNoOtherCode() {
        Door.Answer first = shop.buy(SARA, "one", goods(1_000));

        assertThat(shop.buy(SARA, "one", goods(1_000))).isEqualTo(new Door.Answer(first.stored(), true));
        assertThat(shop.journal.coupons().all()).hasSize(1);
    }

    @Test
    void aCommitThatIsDecidedAgainHandsOutOneCode() {
        int[] clashes = {2};
        shop.journal.beforeCommit(commit -> clashes[0]-- > 0 ? Optional.of(new Committed.Clash()) : Optional.empty());

        Decision decision = bought(SARA, "one", goods(1_000));

        assertThat(shop.journal.coupons().all())
                .extracting(CouponOnFile::code)
                .containsExactly(CouponCode.normal(issued(decision).code()));
    }

    @Test
    void anUnusedCodeGoesWithTheOrderThatBroughtItAndAUsedOneStays() {
        String unused = issued(bought(SARA, "one", goods(1_000))).code();
        shop.cancel("one");
        assertThat(last().withdrawn()).extracting(Effect.CouponWithdrawn::code).containsExactly(unused);
        assertThat(bought(SARA, "two", with(unused)).refusals())
                .extracting(Refusal::code)
                .containsExactly(Refusal.Code.COUPON_BLOCKED);

        String used = issued(bought(SARA, "three", goods(1_000))).code();
        bought(SARA, "four", with(used));
        shop.bring("three", new Returning("r", List.of(new Pieces(0, null, 1)), null));
        assertThat(last().withdrawn()).isEmpty();
        assertThat(shop.journal.used("coupons/" + CouponCode.normal(used))).isEqualTo(1);
    }

    @Test
    void ofAnOrderThatComesBackInPartsTheCodeGoesWithTheLastPiece() {
        bought(SARA, "one", goods(1_000, 1_000));

        shop.bring("one", new Returning("r1", List.of(new Pieces(0, null, 1)), null));
        assertThat(last().withdrawn()).isEmpty();
        shop.bring("one", new Returning("r2", List.of(new Pieces(1, null, 1)), null));

        assertThat(last().withdrawn()).hasSize(1);
    }

    @Test
    void aBatchThatGivesNoneIsToldAndNothingElseIsLost() {
        shop.journal.coupons().giving("thanks", Instant.EPOCH);

        Decision quote = shop.quote(SARA, goods(1_000));
        Decision close = bought(SARA, "one", goods(1_000));

        for (Decision decision : List.of(quote, close)) {
            assertThat(decision.issued()).isEmpty();
            assertThat(decision.refusals())
                    .extracting(Refusal::code, Refusal::detail)
                    .containsExactly(tuple(Refusal.Code.COUPON_NOT_ISSUED, "thanks"));
        }
    }

    /** Hands a code out ten days after the last order, and takes it in the next basket. */
    private static Shop comeBack() {
        LambdaRule back = rule("back")
                .lane("care")
                .when(c -> c.getEvent().equals("time.passed") && c.getRecencyDays() == 10)
                .asks(new Ask.IssueCoupon("thanks", 30));
        Thresholds tenDays = new Thresholds(Map.of(Since.LAST_ORDER, List.of(10L)), Set.of(), false);
        Shop shop = new Shop(Given.EUR, LambdaRules.of(back, NEXT).turningAt(tenDays));
        shop.journal.coupons().giving("thanks", Instant.MAX);
        shop.buy(SARA, "first", goods(1_000));
        return shop.later(Duration.ofDays(12));
    }

    private static void hasOneThatWorks(Shop shop) {
        assertThat(shop.journal.coupons().all())
                .singleElement()
                .satisfies(file -> assertThat(file.customer()).isEqualTo(SARA));
        String code = shop.journal.coupons().all().getFirst().code();
        assertThat(shop.quote(SARA, with(code)).totals().discount()).isEqualTo(100);
        assertThat(shop.quote(OMID, with(code)).totals().discount()).isZero();
    }

    @Test
    void timeThatPassesBringsACodeOnceWhetherSomebodyLooksOrTheNextEventFindsOut() {
        Shop polled = comeBack();
        polled.pass(SARA);
        polled.pass(SARA);
        Shop left = comeBack();
        left.send(that(new Happening.Enrolled()));
        left.send(that(new Happening.SurveyAnswered(9)));

        hasOneThatWorks(polled);
        hasOneThatWorks(left);
    }

    @Test
    void whoOnlyLooksAfterADueIsHandedNothing() {
        Shop shop = comeBack();

        shop.quote(SARA, goods(1_000));

        assertThat(shop.journal.coupons().all()).isEmpty();
    }

    @Test
    void itEndsWithItsBatchWhereThatComesFirst() {
        Instant end = shop.quote(SARA, goods(1)).decidedAt().plus(Duration.ofDays(3));
        shop.journal.coupons().giving("thanks", end);

        assertThat(issued(bought(SARA, "one", goods(1_000))).until()).isEqualTo(end);
    }

    @Test
    void whateverIsBoughtBroughtBackAndRedeemedNoCodeIsUsedTwiceAndEachOrderBringsOne() {
        long seed = 20_261_122;
        Random dice = new Random(seed);
        for (int i = 0; i < 300; i++) {
            step(dice, i);
        }

        assertThat(shop.journal.coupons().all()).as("seed %s", seed).hasSizeGreaterThan(100);
        for (CouponOnFile file : shop.journal.coupons().all()) {
            assertThat(shop.journal.used("coupons/" + file.code()))
                    .as("seed %s", seed)
                    .isBetween(0L, 1L);
            assertThat(file.blocked() && shop.journal.used("coupons/" + file.code()) == 0)
                    .isFalse();
        }
        long issued = shop.journal.rows(shop.program().id()).stream()
                .mapToLong(row -> row.step().decision().issued().count())
                .sum();
        assertThat(issued).isEqualTo(shop.journal.coupons().all().size());
    }

    private void step(Random dice, int i) {
        List<CouponOnFile> codes = shop.journal.coupons().all();
        bought(dice.nextBoolean() ? SARA : OMID, "o" + i, goods(1_000));
        if (!codes.isEmpty() && dice.nextBoolean()) {
            CouponOnFile any = codes.get(dice.nextInt(codes.size()));
            bought(any.customer(), "u" + i, with(any.code()));
        }
        if (dice.nextInt(3) == 0) {
            shop.cancel("o" + (i - dice.nextInt(1 + Math.min(i, 1))));
        }
    }
}
