package io.pelleh.api.backtest;

import io.pelleh.api.journal.Histories;
import io.pelleh.api.journal.Histories.Happened;
import io.pelleh.api.journal.Histories.Period;
import io.pelleh.api.journal.Histories.Place;
import io.pelleh.api.journal.Histories.Span;
import io.pelleh.api.journal.Histories.Start;
import io.pelleh.engine.program.ProgramId;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal of a period, by ranges of customers; then the guests. */
final class JournalPast implements Past {

    private static final int CUSTOMERS = 64;
    private static final int GUESTS = 256;

    private final Histories histories;
    private final ProgramId program;
    private final Period period;
    private String after = "";
    private boolean guests;
    private Place place = Place.BEGIN;

    JournalPast(Histories histories, ProgramId program, Period period) {
        this.histories = histories;
        this.program = program;
        this.period = period;
    }

    @Override
    public long customers() {
        return histories.customers(program);
    }

    @Override
    public synchronized @Nullable Slice next() {
        if (!guests) {
            List<Start> starts = histories.starts(program, after, period.from(), CUSTOMERS);
            if (!starts.isEmpty()) {
                after = starts.getLast().id().value();
                return listener -> tell(starts, listener);
            }
            guests = true;
        }
        List<Happened> page = histories.guests(program, period, place, GUESTS);
        if (page.isEmpty()) {
            return null;
        }
        place = page.getLast().place();
        return listener -> page.forEach(listener::happened);
    }

    private void tell(List<Start> starts, Listener listener) {
        Telling telling = new Telling(starts.iterator(), listener);
        histories.events(
                new Span(program, starts.getFirst().id(), starts.getLast().id(), period), telling::happened);
        telling.over();
    }

    /** Walks down two lists in the same order: customers, and what happened to them. */
    private static final class Telling {

        private final Iterator<Start> starts;
        private final Listener listener;
        private @Nullable Start present;

        Telling(Iterator<Start> starts, Listener listener) {
            this.starts = starts;
            this.listener = listener;
        }

        void happened(Happened happened) {
            while (present == null
                    || !present.id().equals(happened.event().subject().customer())) {
                next();
            }
            listener.happened(happened);
        }

        private void next() {
            if (present != null) {
                listener.over();
            }
            present = starts.next();
            listener.customer(present.id(), present.state());
        }

        void over() {
            while (starts.hasNext()) {
                next();
            }
            listener.over();
        }
    }
}
