package io.pelleh.api.demo;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Event.Origin;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.PersonalData;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.program.ProgramId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes down what happens to one customer; ids are the customer's and a running number, so that a second run adds nothing. */
final class Diary {

    static final ProgramId PROGRAM = new ProgramId("demo");

    private static final String SOURCE = "demo-shop";
    private static final long FREE_SHIPPING_FROM = 20_000_000;
    private static final long SHIPPING = 450_000;

    private final Days days;
    private final CustomerId customer;
    private final List<Event> events = new ArrayList<>();
    private int orders;

    Diary(Days days, String customer) {
        this.days = days;
        this.customer = new CustomerId(customer);
    }

    void identified(Instant at, PersonalData person) {
        note(at, "contact.identified", new Happening.ContactIdentified(person));
    }

    void interacted(Instant at, boolean direct, @Nullable String sku) {
        note(at, "contact.interacted", new Happening.ContactInteracted(direct, sku, direct ? "web" : "newsletter"));
    }

    void enrolled(Instant at) {
        note(at, "member.enrolled", new Happening.Enrolled());
    }

    void asked(Instant at, Product product) {
        note(at, "quote.requested", new Happening.QuoteRequested(List.of(product.sku())));
    }

    /** Places, pays and ships an order, and tells its id. */
    String ordered(Instant at, List<Line> lines) {
        orders++;
        String order = customer + "-order-" + orders;
        note(at, "order.placed", new Happening.OrderPlaced(order, goods(lines)));
        note(at.plus(Duration.ofMinutes(4)), "order.paid", new Happening.OrderPaid(order, null));
        note(at.plus(Duration.ofHours(20)), "order.shipped", new Happening.OrderShipped(order));
        return order;
    }

    private static Goods goods(List<Line> lines) {
        Goods goods = Goods.of(lines, 0);
        return goods.total() >= FREE_SHIPPING_FROM ? goods : Goods.of(lines, SHIPPING);
    }

    void returned(Instant at, String order, Line line) {
        note(at, "order.returned", new Happening.OrderReturned(order + "-back", order, Goods.of(List.of(line), 0)));
    }

    void cancelled(Instant at, String order) {
        note(at, "order.cancelled", new Happening.OrderCancelled(order));
    }

    void reviewed(Instant at, String sku, int stars) {
        note(at, "review.submitted", new Happening.ReviewSubmitted(sku, stars));
    }

    void answered(Instant at, int nps) {
        note(at, "survey.answered", new Happening.SurveyAnswered(nps));
    }

    void engaged(Instant at) {
        note(at, "social.engaged", new Happening.SocialEngaged("instagram", "share"));
    }

    void recommended(Instant at, boolean converted) {
        note(at, "referral.made", new Happening.ReferralMade(null));
        if (converted) {
            note(at.plus(Duration.ofDays(3)), "referral.converted", new Happening.ReferralConverted(null));
        }
    }

    void consented(Instant at, boolean given) {
        note(
                at,
                given ? "consent.given" : "consent.withdrawn",
                given
                        ? new Happening.ConsentGiven("marketing", "sms")
                        : new Happening.ConsentWithdrawn("marketing", "sms"));
    }

    void left(Instant at) {
        note(at, "subscription.cancelled", new Happening.SubscriptionCancelled(null));
    }

    private void note(Instant at, String type, Happening happening) {
        String id = customer + "-" + (events.size() + 1);
        Origin origin = days.live(at) ? Origin.LIVE : Origin.HISTORIC;
        events.add(new Event(
                new EventId(PROGRAM, SOURCE, id), type, Subject.of(customer), at, origin, "demo " + id, happening));
    }

    /** Everything up to now, oldest first; what would happen later is left out. */
    Story story() {
        return new Story(
                customer,
                events.stream()
                        .filter(event -> !event.occurredAt().isAfter(days.now()))
                        .sorted(Comparator.comparing(Event::occurredAt))
                        .toList());
    }
}
