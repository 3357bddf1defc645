package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.EventBuilder.that;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static io.pelleh.engine.fixtures.Given.noon;
import static io.pelleh.engine.fixtures.LambdaRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Thresholds;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.facts.Attribute.Since;
import io.pelleh.engine.fixtures.Club;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.LambdaRules;
import io.pelleh.engine.fixtures.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Time that passes, alone and between events. */
class TimeTest {

    private static final Instant BOUGHT = noon(Given.EUR, "2024-03-01");

    private final Shop shop = new Shop(Given.EUR, Club.rules()).at(BOUGHT);

    @Test
    void aCustomerLeftAloneForAYearIsAtRiskThenHibernatingEachAtItsInstant() {
        shop.buy(SARA, "order", goods(1_000));
        shop.at(noon(Given.EUR, "2025-04-01"));

        shop.pass(SARA);

        assertThat(entered("AT_RISK")).isEqualTo(midnight("2024-08-29"));
        assertThat(entered("HIBERNATING")).isEqualTo(midnight("2025-03-02"));
    }

    @Test
    void aQuoteInBetweenSeesItWithoutAnyPoller() {
        shop.buy(SARA, "order", goods(1_000));
        long version = shop.state(SARA).version();

        shop.at(noon(Given.EUR, "2024-09-01"));
        CustomerState seen = shop.quote(SARA, goods(1_000)).after();

        assertThat(seen.standing().segment()).isEqualTo("AT_RISK");
        assertThat(seen.wallet().active(noon(Given.EUR, "2024-09-01")))
                .as("the order, the due, and what this basket would bring")
                .isEqualTo(10 + 50 + 10);
        assertThat(shop.state(SARA).version()).isEqualTo(version);
    }

    @Test
    void theNextEventComesAfterTheDuesThatWereMissed() {
        shop.buy(SARA, "order", goods(1_000));
        shop.at(noon(Given.EUR, "2025-04-01"));

        shop.buy(SARA, "next", goods(1_000));

        assertThat(entered("HIBERNATING")).isEqualTo(midnight("2025-03-02"));
        assertThat(shop.state(SARA).standing().segments()).isEmpty();
        assertThat(shop.decisions(SARA)).extracting(Decision::decidedAt).isSorted();
    }

    @Test
    void pollerOrNoPollerEveryDecisionIsTheSame() {
        Shop polled = new Shop(Given.EUR, Club.rules()).at(BOUGHT);
        polled.buy(SARA, "order", goods(60_000));
        shop.buy(SARA, "order", goods(60_000));
        for (int day = 1; day <= 500; day++) {
            polled.later(Duration.ofDays(1));
            polled.pass(SARA);
        }

        shop.later(Duration.ofDays(500)).pass(SARA);

        assertThat(shop.decisions(SARA)).isEqualTo(polled.decisions(SARA));
    }

    @Test
    void aLimitedPromotionGivenAtADueAndUsedUpElsewhereDoesNotHoldTheCustomer() {
        Shop limited = comeBackOnce();
        limited.buy(SARA, "a", goods(1_000));
        limited.buy(Given.OMID, "b", goods(1_000));
        limited.later(Duration.ofDays(20));

        limited.pass(SARA);
        limited.pass(Given.OMID);
        limited.send(that(new Happening.Enrolled()).of(Given.OMID));

        assertThat(limited.decisions(SARA)).hasSize(2);
        assertThat(limited.state(Given.OMID).history().enrolledAt()).isNotNull();
        assertThat(limited.journal.used("promotions/test/come-back")).isEqualTo(1);
    }

    @Test
    void anEventThatFindsAnExhaustedPromotionAtADueGoesOnWithoutIt() {
        Shop limited = comeBackOnce();
        limited.buy(SARA, "a", goods(1_000));
        limited.buy(Given.OMID, "b", goods(1_000));
        limited.later(Duration.ofDays(20));

        limited.send(that(new Happening.Enrolled()));
        limited.send(that(new Happening.Enrolled()).of(Given.OMID));

        assertThat(limited.state(Given.OMID).history().enrolledAt()).isNotNull();
        assertThat(limited.journal.used("promotions/test/come-back")).isEqualTo(1);
    }

    @Test
    void twoDuesOfOneCommitAndOneUseLeftGrantItOnce() {
        LambdaRules rules = LambdaRules.of(rule("come-back")
                        .limited(1, Long.MAX_VALUE)
                        .when(c -> c.getEvent().equals("time.passed") && c.getRecencyDays() % 10 == 0)
                        .asks(new Ask.Message("come back")))
                .turningAt(new Thresholds(Map.of(Since.LAST_ORDER, List.of(10L, 20L)), Set.of(), false));
        Shop limited = new Shop(Given.EUR, rules).at(BOUGHT);
        limited.buy(SARA, "a", goods(1_000));

        limited.later(Duration.ofDays(30)).send(that(new Happening.Enrolled()));

        assertThat(limited.decisions(SARA)).extracting(d -> d.granted().size()).containsExactly(0, 1, 0);
        assertThat(limited.journal.used("promotions/test/come-back")).isEqualTo(1);
    }

    private static Shop comeBackOnce() {
        LambdaRules rules = LambdaRules.of(rule("come-back")
                        .limited(1, Long.MAX_VALUE)
                        .when(c -> c.getEvent().equals("time.passed") && c.getRecencyDays() == 10)
                        .asks(new Ask.Message("come back")))
                .turningAt(new Thresholds(Map.of(Since.LAST_ORDER, List.of(10L)), Set.of(), false));
        return new Shop(Given.EUR, rules).at(BOUGHT);
    }

    @Test
    void aDueThatWasBroughtForwardByAPublicationNeverTurnsTimeBack() {
        shop.buy(SARA, "order", goods(1_000));
        CustomerState state = shop.state(SARA);
        CustomerState marked = state.withFate(new CustomerState.Fate(Instant.EPOCH, null));
        shop.journal.reschedule(Given.EUR.id(), marked);
        shop.states.flush();

        shop.later(Duration.ofHours(1));
        shop.send(that(new Happening.Enrolled()));

        assertThat(shop.decisions(SARA)).extracting(Decision::decidedAt).isSorted();
        assertThat(shop.state(SARA).due()).isAfter(BOUGHT);
    }

    @Test
    void aQuoteEqualsTheCloseThatFollows() {
        Dice.rounds(80, dice -> {
            Shop random = new Shop(Given.IRR, Club.rules()).at(BOUGHT);
            for (int i = 0; i < 6; i++) {
                random.later(Duration.ofHours(dice.below(24 * 250)));
                long[] prices = {dice.between(0, 30_000), dice.between(1, 9_999), 700};

                Decision quote = random.quote(SARA, goods(prices));
                random.buy(SARA, "o" + i, goods(prices));

                Decision close = random.last(SARA);
                assertThat(quote.totals()).isEqualTo(close.totals());
                assertThat(quote.refusals()).isEqualTo(close.refusals());
                assertThat(effects(close)).containsAll(effects(quote));
            }
        });
    }

    private static List<Effect> effects(Decision decision) {
        return decision.granted().stream().map(Decision.Granted::effect).toList();
    }

    private Instant entered(String segment) {
        return shop.decisions(SARA).stream()
                .filter(d -> d.changes().stream()
                        .anyMatch(c -> c instanceof Effect.SegmentsChanged s
                                && s.entered().contains(segment)))
                .map(Decision::decidedAt)
                .findFirst()
                .orElseThrow();
    }

    private static Instant midnight(String day) {
        return Given.EUR.startOf(LocalDate.parse(day));
    }
}
