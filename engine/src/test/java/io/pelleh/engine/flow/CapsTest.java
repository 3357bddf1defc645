package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.Given.OMID;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Refusal;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.Shop;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Limit;
import io.pelleh.engine.limit.Limit.Measure;
import io.pelleh.engine.limit.Limit.Per;
import io.pelleh.engine.program.Period;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nobody is shown an offer in more baskets than its promotion allows. */
class CapsTest {

    private static final Limit TWICE_A_WEEK = new Limit("offer", Measure.SHOWN, Per.CUSTOMER, Period.WEEK, 2);
    private static final LambdaRule OFFER =
            rule("offer").whenBasket(b -> true).within(TWICE_A_WEEK).asks(new Ask.Upsell("mug", 2, 100));

    private final Shop shop = Shop.eur(OFFER);

    private void shownIn(String checkout) {
        Counter counter = new Counter(TWICE_A_WEEK.counter(SARA.value()), Period.WEEK.key(Given.EUR, Given.NOON));
        shop.journal.show(new CheckoutId(checkout), counter);
    }

    private boolean offered(CustomerId customer) {
        return !shop.quote(customer, goods(1_000)).granted().isEmpty();
    }

    @Test
    void whatWasShownOftenEnoughIsNotShownInAnotherBasketUntilTheNextPeriod() {
        shownIn("one");
        assertThat(offered(SARA)).isTrue();

        shownIn("two");

        assertThat(offered(SARA)).isFalse();
        assertThat(shop.quote(SARA, goods(1_000)).refusals())
                .extracting(Refusal::code)
                .containsExactly(Refusal.Code.LIMIT_REACHED);
        assertThat(offered(OMID)).isTrue();
        shop.later(Duration.ofDays(7));
        assertThat(offered(SARA)).isTrue();
    }

    @Test
    void aBasketThatShowedItGoesOnShowingIt() {
        shownIn("one");
        shownIn("two");
        shownIn("quote");

        assertThat(offered(SARA)).isTrue();
    }

    @Test
    void aCloseKeepsToItAndTakesNothingFromACounter() {
        shownIn("checkout-one");
        shownIn("checkout-two");

        shop.buy(SARA, "three", goods(1_000));
        shop.buy(SARA, "two", goods(1_000));

        assertThat(shop.journal
                        .rows(Given.EUR.id())
                        .getFirst()
                        .step()
                        .decision()
                        .granted())
                .isEmpty();
        assertThat(shop.last(SARA).granted()).hasSize(1);
        assertThat(shop.last(SARA).draws()).isEmpty();
    }
}
