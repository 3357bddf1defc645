package io.pelleh.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening.ContactIdentified;
import io.pelleh.engine.event.Happening.OrderPlaced;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShopTest {

    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final Instant NOW = Instant.parse("2026-03-21T10:00:00Z");

    private final List<Story> stories = Shop.stories(new Days(NOW, TEHRAN));
    private final List<Event> events =
            stories.stream().flatMap(story -> story.events().stream()).toList();

    @Test
    void theShopIsTheSameEveryTimeItIsMade() {
        assertThat(Shop.stories(new Days(NOW, TEHRAN))).isEqualTo(stories);
    }

    @Test
    void onAnotherDayTheSameThingsHappenedAsLongAgo() {
        Instant later = NOW.plus(Duration.ofDays(400));

        List<Event> moved = Shop.stories(new Days(later, TEHRAN)).stream()
                .flatMap(story -> story.events().stream())
                .toList();

        assertThat(moved).hasSameSizeAs(events);
        for (int i = 0; i < events.size(); i++) {
            assertThat(Duration.between(moved.get(i).occurredAt(), later))
                    .isEqualTo(Duration.between(events.get(i).occurredAt(), NOW));
        }
    }

    @Test
    void everyEventHasAnIdOfItsOwnAndHasHappened() {
        Set<Object> ids = new HashSet<>();

        assertThat(events)
                .allMatch(event -> ids.add(event.id()))
                .allMatch(event -> !event.occurredAt().isAfter(NOW));
    }

    @Test
    void aStoryIsToldInOrderThePastFirst() {
        assertThat(stories).allSatisfy(story -> {
            assertThat(story.events())
                    .isSortedAccordingTo((a, b) -> a.occurredAt().compareTo(b.occurredAt()));
            assertThat(story.past().size() + story.lastDay().size())
                    .isEqualTo(story.events().size());
            assertThat(story.past()).isNotEmpty();
        });
    }

    @Test
    void aboutThreeHundredCustomersBoughtForEighteenMonthsUpToToday() {
        List<Event> orders = events.stream()
                .filter(event -> event.happening() instanceof OrderPlaced)
                .toList();

        assertThat(stories).hasSizeBetween(290, 330);
        assertThat(orders).hasSizeBetween(1_000, 3_000);
        assertThat(orders).anyMatch(order -> order.occurredAt().isBefore(NOW.minus(Duration.ofDays(500))));
        assertThat(orders).anyMatch(order -> order.occurredAt().isAfter(NOW.minus(Duration.ofDays(1))));
    }

    @Test
    void everyKindOfEventAShopSendsIsThere() {
        Set<String> types = events.stream().map(Event::type).collect(Collectors.toSet());

        assertThat(types)
                .contains(
                        "contact.identified",
                        "contact.interacted",
                        "member.enrolled",
                        "quote.requested",
                        "order.placed",
                        "order.paid",
                        "order.shipped",
                        "order.returned",
                        "order.cancelled",
                        "review.submitted",
                        "survey.answered",
                        "social.engaged",
                        "referral.made",
                        "referral.converted",
                        "subscription.cancelled",
                        "consent.given",
                        "consent.withdrawn");
    }

    @Test
    void namesAreInPersianAndInEnglish() {
        Set<String> locales = events.stream()
                .map(Event::happening)
                .filter(ContactIdentified.class::isInstance)
                .map(happening -> ((ContactIdentified) happening).person().locale())
                .collect(Collectors.toSet());

        assertThat(locales).containsExactlyInAnyOrder("fa", "en");
    }
}
