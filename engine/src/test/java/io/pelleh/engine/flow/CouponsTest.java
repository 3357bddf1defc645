package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.EventBuilder.that;
import static io.pelleh.engine.fixtures.Given.OMID;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.checkout.Charged;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.checkout.Returning.Pieces;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.CouponOnFile.Uses;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Refusal;
import io.pelleh.engine.decision.Refusal.Code;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A promotion that asks for a batch redeems one given code of it, as often as the code may be used. */
class CouponsTest {

    private static final String[] TEN = "ABCDEFGHIJ".split("");
    private static final LambdaRule SPRING = asking("spring", "basket");

    private static LambdaRule asking(String name, String lane) {
        return rule(name)
                .lane(lane)
                .terms(Terms.NONE.askingForOneOf(List.of("spring")))
                .whenBasket(b -> b.getCouponBatches().contains("spring"))
                .asks(new Ask.AmountOff(Ask.Off.BASKET, 100));
    }

    private static CouponOnFile code(String code, long uses, int holdMinutes) {
        return new CouponOnFile(
                code, "spring", null, false, Instant.EPOCH, Instant.MAX, Uses.atMost(uses), holdMinutes);
    }

    private static Goods with(String... codes) {
        return new Goods(goods(10_000).lines(), 0, List.of(codes), Map.of());
    }

    private static Decision bought(Shop shop, CustomerId who, String order, Goods goods) {
        shop.buy(who, order, goods);
        return shop.journal.recorded(shop.closed(order)).orElseThrow().decision();
    }

    private static Decision quoted(Shop shop, String order, CustomerId who, Goods goods) {
        Door.Shown shown = new Door.Shown(Shop.checkout(order), Subject.of(who), goods);
        return shop.door().open(shop.program(), shown, true).decision();
    }

    private static @Nullable Code refused(Decision decision) {
        return decision.refusals().isEmpty()
                ? null
                : decision.refusals().getLast().code();
    }

    @Test
    void aCodeIsUsedOnceForAllPromotionsThatAskForItAndComesBackWithTheOrder() {
        Shop shop = Shop.eur(SPRING, asking("too", "points"));
        shop.journal.coupons().put(code("ABC", 1, 0));

        Decision decision = bought(shop, SARA, "one", with("a-bc"));
        assertThat(decision.totals().discount()).isEqualTo(200);
        assertThat(shop.journal.used("coupons/ABC")).isEqualTo(1);
        assertThat(refused(bought(shop, OMID, "two", with("abc")))).isEqualTo(Code.COUPON_USED_UP);

        shop.cancel("one");
        assertThat(shop.journal.used("coupons/ABC")).isZero();
        assertThat(bought(shop, OMID, "three", with("ABC")).totals().discount()).isEqualTo(200);
        shop.bring("three", new Returning("r", List.of(new Pieces(0, null, 1)), null));
        assertThat(shop.journal.used("coupons/ABC")).isZero();
    }

    @Test
    void ofSeveralCodesTheFirstThatMayBeUsedIsRedeemedAndTheOthersAreSpared() {
        Shop shop = Shop.eur(SPRING);
        shop.journal.coupons().put(code("ONE", 1, 0));
        shop.journal.coupons().put(code("TWO", 1, 0));
        bought(shop, SARA, "first", with("ONE"));

        Decision decision = bought(shop, OMID, "second", with("ONE", "TWO"));

        assertThat(decision.granted())
                .extracting(g -> g.rule().terms().coupon())
                .containsExactly("TWO");
        assertThat(decision.refusals())
                .extracting(Refusal::coupon, Refusal::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple("ONE", Code.COUPON_USED_UP));
        assertThat(refused(quoted(shop, "third", SARA, with("TWO", "THREE")))).isEqualTo(Code.COUPON_NOT_FOUND);
    }

    @Test
    void aSecondCodeOfABatchIsExcludedByThePromotionThatHasOne() {
        Shop shop = Shop.eur(SPRING);
        shop.journal.coupons().put(code("ONE", 1, 0));
        shop.journal.coupons().put(code("TWO", 1, 0));

        Decision decision = bought(shop, SARA, "first", with("ONE", "TWO"));

        assertThat(decision.refusals())
                .extracting(Refusal::coupon, Refusal::code, Refusal::detail)
                .containsExactly(org.assertj.core.api.Assertions.tuple("TWO", Code.EXCLUDED, SPRING.id()));
        assertThat(shop.journal.used("coupons/TWO")).isZero();
    }

    @Test
    void aBasketWithoutCodesOrWithOneARuleKnowsByNameLooksNothingUp() {
        Shop shop = Shop.eur(
                SPRING,
                rule("named")
                        .terms(Terms.NONE.asking("NOWRUZ"))
                        .whenBasket(b -> b.getCoupons().contains("NOWRUZ"))
                        .asks(new Ask.AmountOff(Ask.Off.BASKET, 5)));

        bought(shop, SARA, "one", goods(10_000));
        bought(shop, SARA, "two", with("NOWRUZ"));
        shop.quote(SARA, with("NOWRUZ"));

        assertThat(shop.journal.coupons().reads()).isZero();
    }

    @Test
    void whatAnOpenCheckoutHoldsIsKeptFromOthersUntilItLetsGoOrTheTimeIsOver() {
        Shop shop = Shop.eur(SPRING);
        shop.journal.coupons().put(code("ONE", 1, 10));

        assertThat(quoted(shop, "held", SARA, with("ONE")).totals().discount()).isEqualTo(100);
        assertThat(refused(quoted(shop, "other", OMID, with("ONE")))).isEqualTo(Code.COUPON_RESERVED);
        quoted(shop, "held", SARA, with());
        assertThat(quoted(shop, "other", OMID, with("ONE")).totals().discount()).isEqualTo(100);
        assertThat(refused(quoted(shop, "held", SARA, with("ONE")))).isEqualTo(Code.COUPON_RESERVED);

        shop.later(Duration.ofMinutes(10));
        assertThat(bought(shop, SARA, "held", with("ONE")).totals().discount()).isEqualTo(100);
    }

    /** Gives ten codes, of which somebody else redeems another one just before each of the first commits. */
    private static Shop inDemand(int taken) {
        Shop shop = Shop.eur(SPRING);
        for (String code : TEN) {
            shop.journal.coupons().put(code(code, 1, 0));
        }
        Queue<String> free = new ArrayDeque<>(List.of(TEN).subList(0, taken));
        shop.journal.beforeCommit(commit -> {
            boolean sara = SARA.equals(commit.subject().customer());
            String next = sara ? free.poll() : null;
            if (next != null) {
                shop.buy(OMID, "took-" + next, with(next));
            }
            return Optional.empty();
        });
        return shop;
    }

    @Test
    void whoLosesCodesToOthersTriesOnAsOftenAsSomebodyElseGetsOnUpToTenTimes() {
        Decision lucky = bought(inDemand(9), SARA, "one", with(TEN));
        Shop unlucky = inDemand(10);

        assertThat(lucky.granted()).extracting(g -> g.rule().terms().coupon()).containsExactly("J");
        assertThatThrownBy(() -> unlucky.buy(SARA, "one", with(TEN))).isInstanceOf(StillDeciding.class);
        assertThat(unlucky.journal.recorded(unlucky.closed("one"))).isEmpty();
    }

    @Test
    void theSameQuestionGetsTheSameAnswerFromWhatWasRecorded() {
        Shop shop = Shop.eur(SPRING);
        shop.journal.coupons().put(code("ONE", 1, 0));
        bought(shop, SARA, "one", with("ONE"));

        assertThat(shop.journal
                        .recorded(shop.closed("one"))
                        .orElseThrow()
                        .inputs()
                        .coupons())
                .singleElement()
                .satisfies(file -> assertThat(file.uses().used()).isZero());
    }

    @Test
    void aShopThatDecidedByItselfUsesTheCodesItTookSomethingOffForAndGivesThemBack() {
        Shop shop = Shop.eur(SPRING);
        shop.journal.coupons().put(code("ABC", 1, 0));

        Decision first = byShop(shop, "one", 500, with("a-bc"));
        assertThat(first.granted())
                .extracting(Decision.Granted::effect)
                .contains(new Effect.CouponRedeemed("spring", "a-bc"));
        assertThat(refused(first)).isNull();
        assertThat(shop.journal.used("coupons/ABC")).isEqualTo(1);

        assertThat(refused(byShop(shop, "two", 500, with("a-bc")))).isEqualTo(Code.COUPON_USED_UP);
        assertThat(shop.journal.used("coupons/ABC")).isEqualTo(1);

        shop.cancel("one");
        assertThat(shop.journal.used("coupons/ABC")).isZero();
        byShop(shop, "three", 0, with("a-bc"));
        assertThat(shop.journal.used("coupons/ABC")).as("nothing was taken off").isZero();
    }

    @Test
    void inThePastACodeWasUsedAsOftenAsThen() {
        Shop shop = Shop.eur(SPRING);
        shop.journal.coupons().put(code("ABC", 1, 0));
        Door.Shown shown = new Door.Shown(Shop.checkout("later"), Subject.of(OMID), with("ABC"));
        bought(shop, SARA, "one", with("ABC"));
        Instant sold = shop.last(SARA).decidedAt();

        Decision before = shop.door().quote(shop.program(), shown, sold.minusSeconds(60));
        Decision after = shop.later(Duration.ofMinutes(5)).door().quote(shop.program(), shown, sold.plusSeconds(60));

        assertThat(before.totals().discount()).isEqualTo(100);
        assertThat(refused(after)).isEqualTo(Code.COUPON_USED_UP);
    }

    private static Decision byShop(Shop shop, String order, long discount, Goods goods) {
        shop.send(that(new CheckoutClosed(Shop.checkout(order), order, null, goods, null, new Charged(discount, 0)))
                .id(shop.closed(order)));
        return shop.journal.recorded(shop.closed(order)).orElseThrow().decision();
    }
}
