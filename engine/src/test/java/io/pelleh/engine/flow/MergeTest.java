package io.pelleh.engine.flow;

import static io.pelleh.engine.fixtures.EventBuilder.that;
import static io.pelleh.engine.fixtures.Given.OMID;
import static io.pelleh.engine.fixtures.Given.SARA;
import static io.pelleh.engine.fixtures.Given.device;
import static io.pelleh.engine.fixtures.Given.goods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.fixtures.Club;
import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import io.pelleh.engine.fixtures.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two customers who turn out to be one person. */
class MergeTest {

    private static final CustomerId DEVICE = new CustomerId("anonymous:phone-1");

    private final Shop shop = new Shop(Given.EUR, Club.rules());

    @Test
    void anAliasJoinsWhatADeviceDidToTheCustomerWhoLogsIn() {
        shop.send(that(Shop.closing("a", goods(10_000))).ofGuest().alias(device("phone-1")));
        shop.buy(SARA, "b", goods(5_000));

        shop.send(that(new Happening.ContactIdentified(null)).alias(device("phone-1")));

        assertThat(shop.state(DEVICE).fate().mergedInto()).isEqualTo(SARA);
        assertThat(shop.state(DEVICE).wallet().balance()).isZero();
        assertThat(shop.state(SARA).history().purchases().orders()).isEqualTo(2);
        assertThat(shop.state(SARA).history().purchases().spent()).isEqualTo(9_667 + 5_000);
        assertThat(shop.state(SARA).wallet().balance()).isEqualTo(shop.ledger()).isPositive();
    }

    @Test
    void laterEventsUnderEitherNameFollowToTheSurvivor() {
        shop.send(that(new Happening.Enrolled()).ofGuest().alias(device("phone-1")));
        shop.send(that(new Happening.ContactIdentified(null)).alias(device("phone-1")));

        shop.send(that(new Happening.ReviewSubmitted("tea", 5)).of(DEVICE));
        shop.send(that(new Happening.ReviewSubmitted("tea", 5)).ofGuest().alias(device("phone-1")));

        assertThat(shop.state(SARA).history().engagement().reviews()).isEqualTo(2);
        assertThat(shop.state(SARA).history().enrolledAt()).isNotNull();
    }

    @Test
    void askedForTheSameMergeAgainNothingHappens() {
        shop.send(that(Shop.closing("a", goods(10_000))).ofGuest().alias(device("phone-1")));
        shop.send(that(new Happening.ContactIdentified(null)).alias(device("phone-1")));
        CustomerState merged = shop.state(SARA);

        internal().forEach(shop::deliver);
        internal().forEach(shop::deliver);

        assertThat(shop.state(SARA)).isEqualTo(merged);
    }

    @Test
    void aMergeThatWasInterruptedIsFinishedByTheOutbox() {
        shop.send(that(Shop.closing("a", goods(10_000))).ofGuest().alias(device("phone-1")));
        long before = shop.ledger();
        crashBeforeMerging();

        assertThatThrownBy(() ->
                        shop.send(that(new Happening.ContactIdentified(null)).alias(device("phone-1"))))
                .isInstanceOf(JournalUnavailable.class);
        shop.journal.beforeCommit(commit -> Optional.empty());
        pending().forEach(shop::deliver);
        pending().forEach(shop::deliver);

        assertThat(shop.state(SARA).history().purchases().orders()).isEqualTo(1);
        assertThat(shop.state(SARA).wallet().balance()).isEqualTo(before);
        assertThat(shop.ledger()).isEqualTo(before);
    }

    @Test
    void mergesThatCrossLeaveOneOpenCustomer() {
        shop.buy(SARA, "a", goods(10_000));
        shop.buy(OMID, "b", goods(20_000));
        long before = shop.ledger();
        shop.send(that(new Happening.Enrolled()).alias(device("one")));
        shop.send(that(new Happening.Enrolled()).of(OMID).alias(device("two")));
        crashBeforeMerging();
        assertThatThrownBy(() -> shop.send(that(new Happening.Enrolled()).alias(device("two"))))
                .isInstanceOf(JournalUnavailable.class);
        assertThatThrownBy(
                        () -> shop.send(that(new Happening.Enrolled()).of(OMID).alias(device("one"))))
                .isInstanceOf(JournalUnavailable.class);
        shop.journal.beforeCommit(commit -> Optional.empty());

        pending().forEach(shop::deliver);
        pending().forEach(shop::deliver);

        List<CustomerState> open = Stream.of(SARA, OMID)
                .map(shop::state)
                .filter(state -> state.fate().mergedInto() == null)
                .toList();
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().wallet().balance()).isEqualTo(before);
        assertThat(open.getFirst().history().purchases().orders()).isEqualTo(2);
    }

    @Test
    void whateverIsMergedInWhateverOrderPointsAndPurchasesAreConserved() {
        Dice.rounds(60, dice -> {
            Shop random = new Shop(Given.EUR, Club.rules());
            int bought = 0;
            for (int step = 0; step < 25; step++) {
                bought += randomStep(random, dice, step);
            }

            List<CustomerState> all = customers(random);
            assertThat(all.stream().mapToLong(s -> s.wallet().balance()).sum()).isEqualTo(random.ledger());
            assertThat(all.stream()
                            .filter(s -> s.fate().mergedInto() == null)
                            .mapToLong(s -> s.history().purchases().orders())
                            .sum())
                    .isEqualTo(bought);
        });
    }

    private static int randomStep(Shop shop, Dice dice, int step) {
        shop.later(Duration.ofDays(dice.below(40)));
        var who = new CustomerId("c" + dice.below(4));
        if (dice.chance(50)) {
            shop.buy(who, "order-" + step, goods(dice.between(100, 40_000)));
            return 1;
        }
        shop.send(that(new Happening.ContactIdentified(null)).of(who).alias(device("d" + dice.below(3))));
        return 0;
    }

    private static List<CustomerState> customers(Shop shop) {
        return Stream.of("c0", "c1", "c2", "c3")
                .flatMap(id -> shop.journal.find(Given.EUR.id(), new CustomerId(id)).stream())
                .toList();
    }

    private List<Event> internal() {
        return shop.journal.rows(Given.EUR.id()).stream()
                .map(row -> row.step().event())
                .filter(event -> event.origin() == Event.Origin.INTERNAL)
                .toList();
    }

    private List<Event> pending() {
        List<Event> all = new ArrayList<>();
        shop.journal.rows(Given.EUR.id()).forEach(row -> all.addAll(row.step().follow()));
        return all;
    }

    private void crashBeforeMerging() {
        shop.journal.beforeCommit(commit -> {
            if (commit.steps().getLast().event().origin() == Event.Origin.INTERNAL) {
                throw new JournalUnavailable("crashed", new IllegalStateException());
            }
            return Optional.empty();
        });
    }
}
