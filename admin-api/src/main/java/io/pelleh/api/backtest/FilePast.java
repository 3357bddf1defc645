package io.pelleh.api.backtest;

import io.pelleh.api.imports.PastFiles;
import io.pelleh.api.journal.Histories.Happened;
import io.pelleh.api.journal.Histories.Period;
import io.pelleh.api.journal.Histories.Place;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.flow.Counting;
import io.pelleh.engine.flow.Rehearsal;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files as if they had been imported into an empty program: what lies before the period only moves history. */
final class FilePast implements Past {

    private final PastFiles.Reading reading;
    private final long customers;
    private final Ground ground;

    /** On which rules the customers stood when the period began. */
    record Ground(Program program, RuleSet rules, Period period) {}

    FilePast(PastFiles.Reading reading, long customers, Ground ground) {
        this.reading = reading;
        this.customers = customers;
        this.ground = ground;
    }

    @Override
    public long customers() {
        return customers;
    }

    @Override
    public @Nullable Slice next() {
        PastFiles.Past past = taken();
        return past == null ? null : listener -> tell(past, listener);
    }

    private synchronized PastFiles.@Nullable Past taken() {
        return reading.next();
    }

    private void tell(PastFiles.Past past, Listener listener) {
        CustomerId customer = past.customer();
        if (customer == null) {
            past.events().stream()
                    .filter(event -> within(event.occurredAt()))
                    .forEach(event -> listener.happened(happened(event, null)));
            return;
        }
        List<Event> events = past.events();
        Rehearsal before = before(customer, events);
        listener.customer(customer, before == null ? null : before.state());
        events.stream()
                .filter(event -> within(event.occurredAt()))
                .forEach(event -> listener.happened(happened(event, before)));
        listener.over();
    }

    private boolean within(Instant at) {
        return !at.isBefore(ground.period().from())
                && at.isBefore(ground.period().to());
    }

    private static Happened happened(Event event, @Nullable Rehearsal before) {
        Inputs read = before == null ? Inputs.NONE : Inputs.of(before.onFile(event, null), Set.of());
        return new Happened(event, event.occurredAt(), read, Place.BEGIN);
    }

    /** What happened before the period, or null when nothing did. */
    private @Nullable Rehearsal before(CustomerId customer, List<Event> events) {
        Instant from = ground.period().from();
        List<Event> earlier = events.stream()
                .filter(event -> event.occurredAt().isBefore(from))
                .toList();
        if (earlier.isEmpty()) {
            return null;
        }
        Rehearsal.Setting setting =
                new Rehearsal.Setting(ground.program(), ground.rules(), false, Counting.NONE, Giving.NOTHING);
        Rehearsal rehearsal = new Rehearsal(
                setting, CustomerState.unseen(customer, earlier.getFirst().occurredAt()));
        for (Event event : earlier) {
            rehearsal.pass(event.occurredAt());
            rehearsal.happen(event.about(Subject.of(customer)), Inputs.NONE, event.occurredAt(), Giving.NOTHING);
        }
        rehearsal.pass(from.minusNanos(1_000));
        return rehearsal;
    }
}
