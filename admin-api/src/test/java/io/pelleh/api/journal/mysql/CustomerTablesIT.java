package io.pelleh.api.journal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.Commits;
import io.pelleh.api.journal.Dues;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Standing;
import io.pelleh.engine.event.Alias;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.PersonalData;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.points.LedgerEntry;
import io.pelleh.engine.points.Lot;
import io.pelleh.engine.points.Wallet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a commit says about a customer is in the tables that others read. */
class CustomerTablesIT {

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
    void ledgerAndLotsFollowTheWallet() {
        Wallet.Change earned = Wallet.EMPTY.earn(new Lot("1-0", 100, 100, NOW, NOW, Instant.MAX));
        Commit first = Commits.of("saver")
                .changing(state -> state.withWallet(earned.wallet()))
                .booking(earned.entries().toArray(LedgerEntry[]::new))
                .event("saver-1")
                .commit();
        opened.write(first);
        Wallet.Change back = first.after().wallet().reverse("1-0", 130);
        Commit second = Commits.of(first.after())
                .changing(state -> state.withWallet(back.wallet()))
                .booking(back.entries().toArray(LedgerEntry[]::new))
                .event("saver-2")
                .commit();
        opened.write(second);

        assertThat(opened.number("SELECT SUM(points) FROM ledger_entry WHERE customer = 'saver'"))
                .isEqualTo(-30);
        assertThat(opened.number("SELECT points FROM customer WHERE id = 'saver'"))
                .isEqualTo(-30);
        assertThat(opened.number("SELECT remaining FROM lot WHERE customer = 'saver' AND id = '1-0'"))
                .isZero();
        assertThat(opened.number("SELECT earned FROM lot WHERE customer = 'saver' AND id = '1-0'"))
                .isEqualTo(100);
    }

    @Test
    void whatIsKnownOfAPersonGrowsAndNeverEntersTheJournal() {
        PersonalData name = new PersonalData("Sara", null, null, "female", "شیراز", null, null, Map.of("a", "1"));
        PersonalData city = new PersonalData(null, "0917", null, null, "تهران", null, "fa", Map.of("b", "2"));
        Commit first = Commits.of("person")
                .event("person-1", new Happening.ContactIdentified(name))
                .commit();
        opened.write(first);
        opened.write(Commits.of(first.after())
                .event("person-2", new Happening.ContactIdentified(city))
                .commit());

        assertThat(opened.mysql.persons().find(Opened.DEMO, new CustomerId("person")))
                .contains(new PersonalData(
                        "Sara", "0917", null, "female", "تهران", null, "fa", Map.of("a", "1", "b", "2")));
        assertThat(opened.sql.queryForList(
                        "SELECT CONCAT(happening, decision) FROM journal WHERE customer = 'person'", String.class))
                .noneMatch(row -> row.contains("Sara") || row.contains("0917") || row.contains("شیراز"));
    }

    @Test
    void interestsAndConsentsKeepTheNewest() {
        Commit commit = Commits.of("curious")
                .event("curious-1", new Happening.QuoteRequested(List.of("tea", "cup", "tea")))
                .at(NOW.minusSeconds(60))
                .event("curious-2", new Happening.ContactInteracted(true, "tea", "web"))
                .event("curious-3", new Happening.ContactInteracted(false, "pot", "mail"))
                .at(NOW)
                .event("curious-4", new Happening.ConsentGiven("news", "email"))
                .at(NOW.minusSeconds(5))
                .event("curious-5", new Happening.ConsentWithdrawn("news", "email"))
                .commit();
        opened.write(commit);

        assertThat(opened.sql.queryForList(
                        "SELECT CONCAT(sku, asked, last_asked_at) FROM interest WHERE customer = 'curious' ORDER BY sku",
                        String.class))
                .containsExactly("cup12026-03-21 10:15:30.123456", "tea22026-03-21 10:15:30.123456");
        assertThat(opened.number("SELECT given FROM consent WHERE customer = 'curious'"))
                .isEqualTo(1);
    }

    @Test
    void aliasesLeadToTheirCustomerAndFollowAMerge() {
        Alias phone = new Alias(Alias.Kind.PHONE, "digest-1");
        Alias other = new Alias(Alias.Kind.EMAIL, "digest-2");
        Commit loser = Commits.of("loser").named(phone).event("alias-1").commit();
        Commit survivor = Commits.of("survivor").named(other).event("alias-2").commit();
        opened.write(loser);
        opened.write(survivor);
        assertThat(opened.journal.known(Opened.DEMO, List.of(other, phone)))
                .containsExactly(new CustomerId("survivor"), new CustomerId("loser"));

        Happening merged = new Happening.Merged(new CustomerId("survivor"));
        opened.write(Commits.of(loser.after())
                .changing(s -> s.withFate(new CustomerState.Fate(Instant.MAX, new CustomerId("survivor"))))
                .event("alias-3", merged)
                .commit());

        assertThat(opened.journal.known(Opened.DEMO, List.of(phone, other)))
                .containsExactly(new CustomerId("survivor"));
    }

    @Test
    void whoAbsorbsACustomerGetsItsPersonConsentsAndInterests() {
        PersonalData lost = new PersonalData("Lost", "0911", null, null, null, null, null, Map.of());
        PersonalData kept = new PersonalData("Kept", null, null, null, null, null, null, Map.of());
        Commit loser = Commits.of("absorbed")
                .event("absorbed-1", new Happening.ContactIdentified(lost))
                .event("absorbed-2", new Happening.ConsentGiven("news", "sms"))
                .event("absorbed-3", new Happening.QuoteRequested(List.of("sofa")))
                .commit();
        Commit survivor = Commits.of("absorber")
                .event("absorbed-4", new Happening.ContactIdentified(kept))
                .commit();
        opened.writeAll(List.of(loser, survivor));

        opened.write(Commits.of(survivor.after())
                .event("absorbed-5", new Happening.Absorbed(loser.after()))
                .commit());

        assertThat(opened.mysql.persons().find(Opened.DEMO, new CustomerId("absorber")))
                .contains(new PersonalData("Kept", "0911", null, null, null, null, null, Map.of()));
        assertThat(opened.mysql.persons().find(Opened.DEMO, new CustomerId("absorbed")))
                .isEmpty();
        assertThat(opened.number("SELECT given FROM consent WHERE customer = 'absorber'"))
                .isEqualTo(1);
        assertThat(opened.number("SELECT asked FROM interest WHERE customer = 'absorber' AND sku = 'sofa'"))
                .isEqualTo(1);
    }

    @Test
    void eventsForOthersWaitUntilTheyAreDone() {
        Event follow = Commits.of("friend")
                .from(Event.Origin.INTERNAL)
                .event("follow-1")
                .commit()
                .steps()
                .getFirst()
                .event();
        opened.write(Commits.of("cause").causing(follow).event("cause-1").commit());

        var waiting = opened.mysql.internalEvents().waiting(10);
        assertThat(waiting).extracting(w -> w.event()).containsExactly(follow);
        assertThat(opened.mysql.internalEvents().waiting(10)).isEqualTo(waiting);

        opened.mysql.internalEvents().done(waiting);
        assertThat(opened.mysql.internalEvents().waiting(10)).isEmpty();
    }

    @Test
    void aCustomerIsDueOnceItsInstantIsReachedAndCanBePutOff() {
        Instant due = NOW.minusSeconds(1);
        Commit commit = Commits.of("due")
                .changing(s -> s.withFate(new CustomerState.Fate(due, null)))
                .event("due-1")
                .commit();
        opened.write(commit);

        assertThat(opened.mysql.dues().due(10))
                .containsExactly(new Dues.Due(Commits.PROGRAM, commit.after().id(), due));
        assertThat(opened.mysql.dues().lagMillis()).isEqualTo(1_000);

        CustomerState later = commit.after().withFate(new CustomerState.Fate(NOW.plusSeconds(1), null));
        opened.journal.reschedule(Opened.DEMO, later);

        assertThat(opened.mysql.dues().due(10)).isEmpty();
        assertThat(opened.journal.find(Opened.DEMO, later.id())).contains(later);
    }

    @Test
    void segmentsAreListedAsTheyAreNow() {
        Commit first = Commits.of("member")
                .changing(s -> s.withStanding(segments(s, List.of("new", "big"))))
                .event("member-1")
                .commit();
        opened.write(first);
        opened.write(Commits.of(first.after())
                .changing(s -> s.withStanding(segments(s, List.of("big", "loyal"))))
                .event("member-2")
                .commit());

        assertThat(opened.sql.queryForList(
                        "SELECT segment FROM customer_segment WHERE customer = 'member' ORDER BY segment",
                        String.class))
                .containsExactly("big", "loyal");
    }

    private static Standing segments(CustomerState state, List<String> segments) {
        Standing was = state.standing();
        return new Standing(
                was.rung(), was.rungSince(), was.tier(), was.tierSince(), was.tierUntil(), was.scores(), segments, 1);
    }
}
