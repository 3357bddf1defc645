package io.pelleh.api.journal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.Commits;
import io.pelleh.engine.checkout.CheckoutChange;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutOnFile;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.flow.Committed.Clash;
import io.pelleh.engine.flow.Committed.Done;
import io.pelleh.engine.flow.Committed.Repeat;
import io.pelleh.engine.flow.StoredAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A commit is written once, as a whole, or not at all. */
class CommitIT {

    private static final Instant NOW = Commits.NOW;

    private static Opened opened;

    @BeforeAll
    static void open() {
        opened = new Opened();
    }

    @AfterAll
    static void close() {
        opened.close();
    }

    @Test
    void aCommittedCustomerIsFoundAsCommitted() {
        Commit commit = Commits.of("found").event("found-1").commit();

        assertThat(opened.write(commit)).isEqualTo(new Done());

        assertThat(opened.journal.find(Opened.DEMO, new CustomerId("found"))).contains(commit.after());
    }

    @Test
    void aRepeatedEventGetsTheFirstAnswerAndChangesNothing() {
        Commit first = Commits.of("repeat")
                .answering("{\"first\":true}")
                .event("repeat-1")
                .commit();
        opened.write(first);

        Committed again = opened.write(Commits.of(first.after())
                .answering("{\"second\":true}")
                .event("repeat-1")
                .commit());

        assertThat(again).isEqualTo(new Repeat(new StoredAnswer(200, "digest", "{\"first\":true}")));
        assertThat(opened.journal.answered(Opened.id("repeat-1")))
                .contains(new StoredAnswer(200, "digest", "{\"first\":true}"));
        assertThat(opened.journal.find(Opened.DEMO, new CustomerId("repeat"))).contains(first.after());
    }

    @Test
    void anEventWithoutAKeptAnswerIsStillKnown() {
        opened.write(Commits.of("unanswered").event("unanswered-1").commit());

        assertThat(opened.journal.answered(Opened.id("unanswered-1"))).contains(new StoredAnswer(0, "digest", ""));
        assertThat(opened.journal.answered(Opened.id("never-sent"))).isEmpty();
        assertThat(opened.journal.present(List.of(Opened.id("unanswered-1"), Opened.id("never-sent"))))
                .containsExactly(Opened.id("unanswered-1"));
    }

    @Test
    void whoeverDecidedOnAnOlderVersionClashes() {
        CustomerState before = Commits.unseen("stale");
        opened.write(Commits.of(before).event("stale-1").commit());

        assertThat(opened.write(Commits.of(before).event("stale-2").commit())).isEqualTo(new Clash());
        assertThat(opened.journal.answered(Opened.id("stale-2"))).isEmpty();
    }

    @Test
    void ofManyWhoDecidedOnTheSameVersionOneWins() {
        CustomerState before = Commits.unseen("race");
        List<Commit> commits = IntStream.range(0, 20)
                .mapToObj(i -> Commits.of(before).event("race-" + i).commit())
                .toList();

        List<Committed> outcomes = opened.writeAll(commits);

        assertThat(outcomes)
                .containsOnlyOnce(new Done())
                .filteredOn(Clash.class::isInstance)
                .hasSize(19);
    }

    @Test
    void oneOfTwoFreshOrdersWithOneIdClashes() {
        OrderOnFile order = OrderOnFile.heardOf("order-1", null, NOW);
        List<Commit> commits = List.of(
                Commits.guest().ordering(order, null).event("order-a").commit(),
                Commits.guest().ordering(order, null).event("order-b").commit());

        assertThat(opened.writeAll(commits)).containsExactlyInAnyOrder(new Done(), new Clash());
        assertThat(opened.write(
                        Commits.guest().ordering(order, null).event("order-c").commit()))
                .isEqualTo(new Clash());
        assertThat(opened.journal.orders(Opened.DEMO, List.of("order-1", "order-2")))
                .isEqualTo(Map.of("order-1", order));
    }

    @Test
    void anOrderThatChangedSinceItWasReadClashes() {
        OrderOnFile read = OrderOnFile.heardOf("order-3", null, NOW);
        OrderOnFile paid = read.with(read.status().asPaid());
        OrderOnFile known = read.with(read.status().asKnown());
        opened.write(Commits.guest().ordering(read, null).event("order-3-a").commit());

        assertThat(opened.write(
                        Commits.guest().ordering(paid, read).event("order-3-b").commit()))
                .isEqualTo(new Done());
        assertThat(opened.write(
                        Commits.guest().ordering(known, read).event("order-3-c").commit()))
                .isEqualTo(new Clash());
        assertThat(opened.journal.orders(Opened.DEMO, List.of("order-3"))).containsEntry("order-3", paid);
    }

    @Test
    void aCheckoutMovesByOneRevision() {
        CheckoutId id = new CheckoutId("checkout-1");
        CheckoutChange close = new CheckoutChange(id, CheckoutState.CLOSED, 1, "order-9", null, false);
        Commit commit = Commits.of("shopper").moving(close).event("close-1").commit();

        assertThat(opened.write(commit)).isEqualTo(new Done());

        assertThat(opened.journal.checkout(Opened.DEMO, id))
                .contains(new CheckoutOnFile(
                        id, CheckoutState.CLOSED, new CustomerId("shopper"), "order-9", 1, null, null, false));
        assertThat(opened.write(Commits.guest().moving(close).event("close-2").commit()))
                .isEqualTo(new Clash());
        CheckoutChange second = new CheckoutChange(id, CheckoutState.RETURNED, 2, "order-9", null, false);
        assertThat(opened.write(Commits.guest().moving(second).event("close-3").commit()))
                .isEqualTo(new Done());
        assertThat(opened.write(Commits.guest().moving(second).event("close-4").commit()))
                .isEqualTo(new Clash());
    }

    @Test
    void anOpenCheckoutThatWasSeenMovesToo() {
        CheckoutId id = new CheckoutId("checkout-2");
        opened.sql.update("INSERT INTO checkout (program, id, state, revision, basket_digest)"
                + " VALUES ('demo', 'checkout-2', 'OPEN', 0, 'seen')");
        CheckoutChange close = new CheckoutChange(id, CheckoutState.CLOSED, 1, "order-10", null, false);

        assertThat(opened.write(Commits.guest().moving(close).event("close-5").commit()))
                .isEqualTo(new Done());

        assertThat(opened.journal.checkout(Opened.DEMO, id))
                .contains(new CheckoutOnFile(id, CheckoutState.CLOSED, null, "order-10", 1, null, null, false));
        CheckoutChange cancel = new CheckoutChange(id, CheckoutState.CANCELLED, 1, null, null, false);
        assertThat(opened.write(Commits.guest().moving(cancel).event("close-6").commit()))
                .isEqualTo(new Clash());
    }

    @Test
    void aGuestLeavesAnEventAndNoCustomer() {
        Commit guest = Commits.guest().answering("{}").event("guest-1").commit();

        assertThat(opened.write(guest)).isEqualTo(new Done());

        assertThat(opened.journal.answered(Opened.id("guest-1"))).isPresent();
        assertThat(opened.journal.find(Opened.DEMO, guest.after().id())).isEmpty();
    }

    @Test
    void duesAndTheEventAfterThemAreOneCommit() {
        Commit commit = Commits.of("late")
                .from(Event.Origin.INTERNAL)
                .at(NOW.minusSeconds(20))
                .event("late-due-1", new Happening.TimePassed(NOW.minusSeconds(20)))
                .at(NOW.minusSeconds(10))
                .event("late-due-2", new Happening.TimePassed(NOW.minusSeconds(10)))
                .from(Event.Origin.LIVE)
                .at(NOW)
                .answering("{}")
                .event("late-1")
                .commit();
        opened.write(commit);

        assertThat(commit.after().version()).isEqualTo(3);
        assertThat(opened.journal.find(Opened.DEMO, commit.after().id())).contains(commit.after());
        assertThat(opened.journal.findAt(Opened.DEMO, commit.after().id(), NOW.minusSeconds(15)))
                .contains(commit.steps().getFirst().decision().after());
        assertThat(opened.journal.findAt(Opened.DEMO, commit.after().id(), NOW.minusSeconds(21)))
                .isEmpty();
        assertThat(opened.write(Commits.of(commit.after()).event("late-1").commit()))
                .isInstanceOf(Repeat.class);
    }

    @Test
    void historyOfWhichSomeIsThereIsDecidedAgain() {
        Commit known =
                Commits.of("known").from(Event.Origin.HISTORIC).event("known-1").commit();
        opened.write(known);

        Commit some = Commits.of(known.after())
                .from(Event.Origin.HISTORIC)
                .event("known-2")
                .event("known-1")
                .commit();

        assertThat(opened.write(some)).isEqualTo(new Clash());
    }

    @Test
    void aLongHistoryIsOneCommitAndIsReadBackNewestFirst() {
        Commits history = Commits.of("old-friend").from(Event.Origin.HISTORIC);
        for (int i = 0; i < 1_000; i++) {
            history.at(NOW.minus(Duration.ofDays(1_000 - i))).event("old-" + i, new Happening.SurveyAnswered(i % 11));
        }
        Commit commit = history.commit();

        assertThat(opened.write(commit)).isEqualTo(new Done());

        var page = opened.mysql.timeline().of(Opened.DEMO, commit.after().id(), Long.MAX_VALUE, 3);
        assertThat(page).extracting(entry -> entry.event().id().id()).containsExactly("old-999", "old-998", "old-997");
        assertThat(page.getFirst().decision())
                .isEqualTo(commit.steps().getLast().decision());
        assertThat(page.getFirst().event().happening()).isEqualTo(new Happening.SurveyAnswered(999 % 11));
        var next = opened.mysql
                .timeline()
                .of(Opened.DEMO, commit.after().id(), page.getLast().version(), 1);
        assertThat(next).extracting(entry -> entry.event().id().id()).containsExactly("old-996");
    }
}
