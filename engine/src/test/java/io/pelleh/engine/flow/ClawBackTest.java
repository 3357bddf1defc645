package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.checkout.Returning.Pieces;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.decision.Terms.OnReturn;
import io.pelleh.engine.decision.Terms.Reach;
import io.pelleh.engine.decision.Texts;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.Shop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rest of an order no longer deserves is taken off the refund, and never more than was given. */
class ClawBackTest {

    private static final LambdaRule FROM_2500 = rule("from-2500")
            .whenBasket(b -> b.getTotal() >= 2_500)
            .limited(9, 1)
            .terms(new Terms("", false, List.of(), OnReturn.CLAW_BACK, Reach.ALL, List.of(), Texts.NONE))
            .asks(new Ask.PercentOff(Ask.Off.BASKET, 1_000));
    private static final LambdaRule EARN =
            rule("earn").lane("points").whenBasket(b -> true).asks(new Ask.PointsPer(100, 1));

    private final Shop shop = Shop.eur(FROM_2500, EARN);

    @Test
    void theDocumentedExample() {
        Line tea = Line.of("tea", "tea", 3, BigDecimal.valueOf(1_000));
        Line cup = Line.of("cup", "cups", 1, BigDecimal.valueOf(1_000));
        shop.buy(SARA, "order", Goods.of(List.of(tea, cup), 0));

        assertThat(List.of(back("a", 0), back("b", 0), back("c", 0), back("d", 1)))
                .containsExactly(900L, 700L, 1_000L, 1_000L);
        assertThat(shop.state(SARA).wallet().balance()).isZero();
    }

    @Test
    void theUseGoesBackWithTheDiscount() {
        shop.buy(SARA, "order", goods(2_000, 1_000));
        assertThat(shop.journal.used(FROM_2500.id())).isEqualTo(1);

        back("a", 0);

        Refund refund = shop.last(SARA).refund().orElseThrow();
        assertThat(refund.goods()).isEqualTo(1_800 - 100);
        assertThat(refund.shares().getFirst().fate()).isEqualTo(Refund.Fate.CLAWED_BACK);
        assertThat(refund.shares().getFirst().because()).isNotEmpty();
        assertThat(shop.journal.used(FROM_2500.id())).isZero();
        assertThat(shop.state(SARA).uses()).isEmpty();
        assertThat(shop.state(SARA).history().purchases().spent()).isEqualTo(1_000);
    }

    @Test
    void whateverIsClawedBackAllPiecesGiveBackWhatWasPaid() {
        Dice.rounds(300, dice -> {
            Shop other = Shop.eur(FROM_2500, EARN);
            Goods goods = basket(dice);
            other.buy(SARA, "order", goods);
            long paid = other.last(SARA).totals().toPay();

            long refunded = 0;
            int number = 0;
            for (Pieces piece : dice.shuffled(pieces(goods))) {
                other.bring("order", new Returning("r" + number++, List.of(piece), null));
                refunded += other.last(SARA).refund().orElseThrow().total();
            }

            assertThat(refunded).isEqualTo(paid);
            assertThat(other.state(SARA).wallet().balance()).isZero().isEqualTo(other.ledger());
            assertThat(other.state(SARA).uses()).isEmpty();
            assertThat(other.journal.used(FROM_2500.id())).isZero();
        });
    }

    private static Goods basket(Dice dice) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1 + dice.below(3); i > 0; i--) {
            lines.add(Line.of("sku-" + i, "tea", dice.between(1, 4), BigDecimal.valueOf(dice.between(1, 1_999))));
        }
        return Goods.of(lines, dice.below(500));
    }

    private static List<Pieces> pieces(Goods goods) {
        List<Pieces> all = new ArrayList<>();
        for (int i = 0; i < goods.lines().size(); i++) {
            for (long left = goods.lines().get(i).quantity(); left > 0; left--) {
                all.add(new Pieces(i, null, 1));
            }
        }
        return all;
    }

    private long back(String id, int line) {
        shop.bring("order", new Returning(id, List.of(new Pieces(line, null, 1)), null));
        return shop.last(SARA).refund().orElseThrow().total();
    }
}
