package io.pelleh.api.backtest;

import io.pelleh.api.journal.Histories.Happened;
import io.pelleh.api.journal.Histories.Period;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Decider.Decided;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.flow.Rehearsal;
import io.pelleh.engine.flow.Rehearsal.Setting;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One customer's part of the period, or one guest's event, under both rules side by side. */
final class Comparison {

    private final Stage stage;
    private final Tally tally;
    private final Subject subject;
    private final boolean guest;
    private final Rehearsal a;
    private final Rehearsal b;
    private final Till tillA;
    private final Till tillB;
    private @Nullable Sample different;

    /**
     * What holds for every customer.
     *
     * @param alike whether both rules say the same about whoever stands the same, but for baskets
     */
    record Stage(Program program, Side before, Side after, boolean alike, Period period, Assumptions assumptions) {}

    /** One of the two rules, and what is known of its counters. */
    record Side(RuleSet rules, Till.Known counters) {}

    Comparison(Stage stage, Tally tally, Subject subject, CustomerState start) {
        this.stage = stage;
        this.tally = tally;
        this.subject = subject;
        this.guest = subject.guest();
        this.tillA =
                new Till(stage.before().counters(), tally.before, start.id().value());
        this.tillB = new Till(stage.after().counters(), tally.after, start.id().value());
        this.a = rehearsal(stage.before(), tillA, start);
        this.b = rehearsal(stage.after(), tillB, start);
        tally.before.turn();
        tally.after.turn();
    }

    private Rehearsal rehearsal(Side side, Till till, CustomerState start) {
        Setting setting = new Setting(stage.program(), side.rules(), guest, till, Giving.AFTER_SALE);
        return new Rehearsal(setting, start);
    }

    /** Somebody known at the beginning of the period: both rules look at them then, as after a release. */
    void begin() {
        Instant from = stage.period().from();
        Instant at = a.state().decidedAt().isAfter(from) ? a.state().decidedAt() : from;
        pass(at);
        CustomerId id = a.state().id();
        EventId event = new EventId(stage.program().id(), "time", id.value() + "@" + at);
        Happening passed = new Happening.TimePassed(at);
        happen(
                new Event(event, "time.passed", subject, at, Event.Origin.INTERNAL, "", passed),
                Inputs.NONE,
                at,
                Giving.AFTER_SALE);
    }

    void happened(Happened happened) {
        Instant now = happened.decidedAt();
        pass(now);
        Event event = stage.assumptions().applied(happened.event().about(subject));
        happen(event, happened.read(), now, giving(event));
    }

    /** Orders count as baskets, whichever door reported them and whatever was granted then. */
    private static Giving giving(Event event) {
        return switch (event.happening()) {
            case Happening.CheckoutClosed e -> Giving.ALL;
            case Happening.OrderPlaced e -> Giving.ALL;
            case Happening.OrderPaid e -> Giving.ALL;
            case Happening.CartUpdated e -> Giving.OFFERS;
            case Happening.CheckoutCancelled e -> Giving.NOTHING;
            case Happening.Merged e -> Giving.NOTHING;
            case Happening.Absorbed e -> Giving.NOTHING;
            default -> Giving.AFTER_SALE;
        };
    }

    private static boolean sale(Event event) {
        return goods(event) != null && !(event.happening() instanceof Happening.CartUpdated);
    }

    private static @Nullable Goods goods(Event event) {
        return switch (event.happening()) {
            case Happening.CheckoutClosed e -> e.goods();
            case Happening.OrderPlaced e -> e.goods();
            case Happening.OrderPaid e -> e.goods();
            case Happening.CartUpdated e -> e.goods();
            default -> null;
        };
    }

    private boolean together() {
        return stage.alike() && a.state().equals(b.state()) && tillA.tookAs(tillB);
    }

    private void pass(Instant until) {
        boolean together = together();
        List<Decision> before = a.pass(until);
        List<Decision> after = before;
        if (together) {
            b.turnTo(a.state());
            before.forEach(tillB::count);
        } else {
            after = b.pass(until);
            meet();
        }
        note(null, before, after);
    }

    private void happen(Event event, Inputs recorded, Instant now, Giving giving) {
        boolean together =
                together() && Objects.equals(a.onFile(event, recorded.order()), b.onFile(event, recorded.order()));
        Decided before = a.happen(event, recorded, later(now, a), giving);
        Decided after = before;
        if (together && (goods(event) == null || before.sellsAs(b.quote(event, recorded, later(now, b), giving)))) {
            b.follow(before);
            tillB.count(before.decision());
        } else {
            after = b.happen(event, recorded, later(now, b), giving);
            meet();
        }
        boolean differs = note(event, List.of(before.decision()), List.of(after.decision()));
        if (sale(event)) {
            (guest ? tally.guestOrders : tally.orders).add(differs);
        }
    }

    private Instant later(Instant now, Rehearsal of) {
        return guest || now.isAfter(of.state().decidedAt()) ? now : of.state().decidedAt();
    }

    /** Whoever stands the same goes on as one. */
    private void meet() {
        if (a.state().equals(b.state())) {
            b.turnTo(a.state());
        }
    }

    private boolean note(@Nullable Event event, List<Decision> before, List<Decision> after) {
        before.forEach(decision -> tally.before.note(decision, guest));
        after.forEach(decision -> tally.after.note(decision, guest));
        boolean gave = !Treatment.given(before).equals(Treatment.given(after));
        if (different == null && (gave || !Treatment.sameStanding(a.state(), b.state()))) {
            different = new Sample(a.state().id().value(), event, before, after);
        }
        return gave;
    }

    /** The period is over. */
    void end() {
        pass(stage.period().to().minusNanos(1_000));
        tally.customers.add(different != null);
        if (a.state().fate().mergedInto() == null) {
            tally.ended(a.state(), b.state());
        }
        if (different != null) {
            tally.sample(different);
        }
    }
}
