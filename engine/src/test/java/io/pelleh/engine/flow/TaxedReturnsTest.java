package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.checkout.Returning;
import io.pelleh.engine.checkout.Returning.Pieces;
import io.pelleh.engine.checkout.Taxes;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.Shop;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Taxes go with the goods they were paid for. */
class TaxedReturnsTest {

    private static final LambdaRule TENTH =
            rule("tenth").whenBasket(b -> true).asks(new Ask.PercentOff(Ask.Off.BASKET, 1_000));

    private final Shop shop = Shop.eur(TENTH);

    @Test
    void taxOnTopIsPaidForWhatIsLeftAfterDiscountsAndComesBackWithTheGoods() {
        Taxes taxes =
                new Taxes(false, List.of(BigDecimal.TEN, BigDecimal.valueOf(5)), BigDecimal.ZERO, RoundingMode.HALF_UP);
        shop.buy(SARA, "order", goods(3_000, 1_000).taxed(taxes));
        long paid = shop.last(SARA).totals().toPay();

        shop.bring("order", line("r1", 0));
        Refund tea = refund();
        shop.bring("order", line("r2", 1));

        assertThat(paid).isEqualTo(2_700 + 270 + 900 + 45);
        assertThat(tea.total()).isEqualTo(2_970);
        assertThat(tea.total() + refund().total()).isEqualTo(paid);
    }

    private static Returning line(String id, int line) {
        return new Returning(id, List.of(new Pieces(line, null, 1)), null);
    }

    private Refund refund() {
        return shop.last(SARA).refund().orElseThrow();
    }
}
