package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.EventBuilder.that;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Refusal;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRule;
import io.pelleh.engine.fixtures.Shop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What the door does with an event it has seen, and with a journal that says no. */
class RepeatTest {

    private static final LambdaRule TEN_OFF = rule("ten").asks(new Ask.PercentOff(Ask.Off.BASKET, 1_000));
    private static final LambdaRule ONCE =
            rule("once").limited(1, Long.MAX_VALUE).asks(new Ask.PercentOff(Ask.Off.BASKET, 5_000));

    private final Shop shop = Shop.eur(TEN_OFF, ONCE);

    @Test
    void theSameEventTwiceIsAppliedOnceAndAnsweredEqually() {
        Event review = that(new Happening.ReviewSubmitted("tea", 5)).in(Given.EUR);

        Door.Answer first = shop.send(review);
        Door.Answer second = shop.send(review);

        assertThat(first.repeat()).isFalse();
        assertThat(second.repeat()).isTrue();
        assertThat(second.stored()).isEqualTo(first.stored());
        assertThat(shop.state(SARA).history().engagement().reviews()).isEqualTo(1);
    }

    @Test
    void anIdReusedWithOtherContentIsAConflictAndChangesNothing() {
        shop.send(that(new Happening.SurveyAnswered(9)).id("one").in(Given.EUR));

        assertThatThrownBy(() -> shop.send(
                        that(new Happening.SurveyAnswered(1)).id("one").in(Given.EUR)))
                .isInstanceOf(EventConflict.class);

        assertThat(shop.state(SARA).history().engagement().nps()).isEqualTo(9);
    }

    @Test
    void aClashLoadsTheTruthAndDecidesAgain() {
        shop.send(that(new Happening.Enrolled()));
        CustomerState old = shop.state(SARA);
        shop.send(that(new Happening.ReviewSubmitted("tea", 5)));
        shop.states.flush();
        shop.states.keep(Given.EUR.id(), old);

        shop.send(that(new Happening.ReviewSubmitted("tea", 4)));

        assertThat(shop.state(SARA).version()).isEqualTo(3);
        assertThat(shop.state(SARA).history().engagement().reviews()).isEqualTo(2);
    }

    @Test
    void aCustomerWhoStaysBusyIsToldSoAfterThreeTriesAndNothingIsWritten() {
        List<Commit> tried = new ArrayList<>();
        shop.journal.beforeCommit(commit -> {
            tried.add(commit);
            return Optional.of(new Committed.Clash());
        });

        assertThatThrownBy(() -> shop.send(that(new Happening.Enrolled()))).isInstanceOf(StillDeciding.class);

        assertThat(tried).hasSize(3);
        assertThat(shop.journal.rows(Given.EUR.id())).isEmpty();
    }

    @Test
    void anExhaustedPromotionIsLeftOutAndTheNextBestIsGiven() {
        shop.buy(SARA, "first", goods(1_000));
        shop.buy(SARA, "second", goods(1_000));

        assertThat(shop.decisions(SARA)).extracting(d -> d.totals().discount()).containsExactly(500L, 100L);
        assertThat(shop.last(SARA).refusals()).extracting(Refusal::code).containsExactly(Refusal.Code.LIMIT_REACHED);
        assertThat(shop.journal.used(ONCE.id())).isEqualTo(1);
    }

    @Test
    void aQuotePromisesNothingThatIsUsedUp() {
        shop.buy(SARA, "first", goods(1_000));

        Decision quote = shop.quote(SARA, goods(1_000));

        assertThat(quote.totals().discount()).isEqualTo(100);
        assertThat(quote.refusals()).extracting(Refusal::code).containsExactly(Refusal.Code.LIMIT_REACHED);
    }

    @Test
    void aJournalThatRefusesTheSamePromotionForeverDoesNotHoldTheSenderForever() {
        shop.journal.beforeCommit(commit -> Optional.of(new Committed.Exhausted(Map.of(ONCE.id(), 0L))));

        assertThatThrownBy(() -> shop.buy(SARA, "first", goods(1_000))).isInstanceOf(StillDeciding.class);
    }

    @Test
    void aFailedJournalIsNotAnAnswer() {
        shop.journal.beforeCommit(commit -> {
            throw new JournalUnavailable("away", new IllegalStateException());
        });

        assertThatThrownBy(() -> shop.send(that(new Happening.Enrolled()))).isInstanceOf(JournalUnavailable.class);
    }

    @Test
    void whoeverElseWroteTheOrderFirstCountsIt() {
        Queue<Event> meanwhile = new ArrayDeque<>(
                List.of(that(new Happening.OrderPlaced("order", goods(1_000))).in(Given.EUR)));
        shop.journal.beforeCommit(commit -> {
            Optional.ofNullable(meanwhile.poll()).ifPresent(shop::send);
            return Optional.empty();
        });

        shop.send(that(new Happening.OrderPaid("order", goods(1_000))));

        assertThat(shop.state(SARA).history().purchases().orders()).isEqualTo(1);
        assertThat(shop.state(SARA).history().purchases().spent()).isEqualTo(1_000);
    }

    @Test
    void aRedisThatIsAwayOnlySlowsTheDoorDown() {
        shop.send(that(new Happening.Enrolled()));
        shop.states.stop();

        shop.send(that(new Happening.ReviewSubmitted("tea", 5)));
        shop.states.start();
        shop.send(that(new Happening.ReviewSubmitted("tea", 4)));

        assertThat(shop.state(SARA).history().engagement().reviews()).isEqualTo(2);
        assertThat(shop.quote(SARA, goods(1_000)).totals().discount()).isEqualTo(500);
    }
}
