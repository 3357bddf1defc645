package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.EventBuilder.that;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.goods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.StateCodec;
import io.pelleh.engine.decision.Decider;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.fixtures.Club;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.Shop;
import io.pelleh.engine.fixtures.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Past events: in whatever portions they come, the end is the same. */
class HistoryTest {

    private static final Instant BEGIN = Given.noon(Given.IRR, "2021-01-10");
    private static final Instant NOW = Given.noon(Given.IRR, "2024-06-01");

    private final Shop shop = new Shop(Given.IRR, Club.rules()).at(NOW);

    @Test
    void thePastAdvancesWhereACustomerStandsAndGivesNothing() {
        int added = shop.history(past(SARA, 250));

        assertThat(added).isEqualTo(250);
        assertThat(shop.state(SARA).history().purchases().orders()).isPositive();
        assertThat(shop.state(SARA).standing().segment()).isEqualTo("HIBERNATING");
        assertThat(shop.decisions(SARA))
                .allMatch(d -> d.granted().isEmpty() && d.ledger().isEmpty());
        assertThat(shop.decisions(SARA)).extracting(Decision::decidedAt).isSorted();
    }

    @Test
    void broughtAgainNothingChanges() {
        List<Event> past = past(SARA, 250);
        shop.history(past);
        List<Decision> before = shop.decisions(SARA);

        int added = shop.history(past);

        assertThat(added).isZero();
        assertThat(shop.decisions(SARA)).isEqualTo(before);
    }

    @Test
    void interruptedAnywhereAndResumedItEndsTheSame() {
        List<Event> past = past(SARA, 1_200);
        shop.history(past);
        for (int survived = 0; survived < 3; survived++) {
            Shop other = new Shop(Given.IRR, Club.rules()).at(NOW);
            interruptAfter(survived, other);
            assertThatThrownBy(() -> other.history(past)).isInstanceOf(JournalUnavailable.class);

            other.journal.beforeCommit(commit -> Optional.empty());
            other.states.flush();
            other.history(past);

            assertThat(other.decisions(SARA).equals(shop.decisions(SARA))).isTrue();
        }
    }

    private static void interruptAfter(int survived, Shop shop) {
        AtomicInteger commits = new AtomicInteger();
        shop.journal.beforeCommit(commit -> {
            if (commits.getAndIncrement() == survived) {
                throw new JournalUnavailable("interrupted", new IllegalStateException());
            }
            return Optional.empty();
        });
    }

    @Test
    void asAStreamWhileTheClockMovesItEndsTheSame() {
        Dice.rounds(10, dice -> {
            List<Event> past = past(SARA, 120);
            Shop whole = new Shop(Given.IRR, Club.rules()).at(NOW);
            whole.history(past);
            Shop stream = new Shop(Given.IRR, Club.rules());
            for (int from = 0; from < past.size(); ) {
                int to = Math.min(past.size(), from + 1 + dice.below(50));
                stream.at(past.get(to - 1).occurredAt()).history(past.subList(from, to));
                from = to;
            }

            stream.at(NOW).history(past);

            assertThat(stream.decisions(SARA)).isEqualTo(whole.decisions(SARA));
            assertThat(stream.state(SARA)).isEqualTo(whole.state(SARA));
        });
    }

    @Test
    void manyWorkersAtOnceEndTheSame() {
        List<List<Event>> pasts = IntStream.range(0, 40)
                .mapToObj(i -> past(new CustomerId("c" + i), 60))
                .toList();
        pasts.forEach(shop::history);

        Shop parallel = new Shop(Given.IRR, Club.rules()).at(NOW);
        pasts.parallelStream().forEach(parallel::history);
        pasts.parallelStream().forEach(parallel::history);

        for (int i = 0; i < 40; i++) {
            var who = new CustomerId("c" + i);
            assertThat(parallel.journal.bytes(Given.IRR.id(), who)).isEqualTo(shop.journal.bytes(Given.IRR.id(), who));
        }
    }

    @Test
    void newsFromBeforeYesterdayIsRememberedAndBringsNothing() {
        shop.send(that(new Happening.Enrolled()).at(NOW).in(Given.IRR));
        Instant late = NOW.minus(Duration.ofDays(30));

        shop.send(
                that(new Happening.OrderPlaced("late", goods(10_000))).at(late).in(Given.IRR));

        assertThat(shop.last(SARA).granted()).isEmpty();
        assertThat(shop.last(SARA).decidedAt()).isEqualTo(NOW);
        assertThat(shop.state(SARA).history().purchases().lastAt()).isEqualTo(late);
        assertThat(shop.state(SARA).wallet().balance()).isZero();
    }

    @Test
    void foldingTheJournalAgainGivesTheSameBytes() {
        shop.history(past(SARA, 100));
        shop.buy(SARA, "live", goods(60_000, 700));
        shop.later(Duration.ofDays(400)).send(that(new Happening.OrderReturned("r", "live", goods(20_000))));

        List<Tables.Row> rows = shop.journal.rows(Given.IRR.id());
        CustomerState state =
                CustomerState.unseen(SARA, rows.getFirst().step().event().occurredAt());
        for (Tables.Row row : rows) {
            state = again(row.step(), state);

            assertThat(StateCodec.encode(state))
                    .isEqualTo(StateCodec.encode(row.step().decision().after()));
        }
    }

    private static CustomerState again(Commit.Step step, CustomerState before) {
        Instant now = step.decision().decidedAt();
        boolean historic = now.isBefore(NOW);
        Question.Giving giving = historic ? Question.Giving.NOTHING : Gift.of(Given.IRR, step.event(), now);
        return Decider.decide(
                        new Question(Given.IRR, before, false, step.event(), step.inputs(), Club.rules(), now, giving))
                .decision()
                .after();
    }

    /** Orders, returns, cancellations and reviews of one customer, in order of time, the same at every call. */
    private static List<Event> past(CustomerId who, int events) {
        Dice dice = Dice.of(who.value().hashCode());
        List<Event> past = new ArrayList<>();
        Instant at = BEGIN;
        for (int i = 0; i < events; i++) {
            at = at.plus(Duration.ofHours(1 + dice.below(120)));
            past.add(that(happening(dice, who + "-" + i, who + "-" + dice.below(i + 1)))
                    .of(who)
                    .id(who + "#" + i)
                    .at(at)
                    .historic()
                    .in(Given.IRR));
        }
        return past;
    }

    private static Happening happening(Dice dice, String fresh, String old) {
        return switch (dice.below(10)) {
            case 0 -> new Happening.OrderReturned("r-" + fresh, old, goods(dice.between(1, 900)));
            case 1 -> new Happening.OrderCancelled(old);
            case 2 -> new Happening.ReviewSubmitted(null, 5);
            case 3 -> new Happening.OrderPaid(old, null);
            default -> new Happening.OrderPlaced(fresh, goods(dice.between(1, 30_000), 700));
        };
    }
}
