package io.pelleh.api.journal;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The journal read at length, for those who decide it again. Little of it is in memory at a time, and what time alone
 * brought is left out.
 */
public interface Histories {

    /** Customers there are. */
    long customers(ProgramId program);

    /** The next customers after one, by id, each as it was known just before an instant. */
    List<Start> starts(ProgramId program, String after, Instant from, int limit);

    /** What happened to the customers from {@code first} to {@code last}, by customer and in the order it was decided. */
    void events(Span span, Consumer<Happened> each);

    /** What happened to guests, from behind a place on. */
    List<Happened> guests(ProgramId program, Period period, Place after, int limit);

    /** What counters stood at just before an instant; those whose period was over by then are left out. */
    Map<Counter, Long> used(Program program, Instant at);

    /** From an instant up to, not with, another, by when things were decided. */
    record Period(Instant from, Instant to) {}

    /** Some customers' part of a period, their ids in the order of {@link #starts}. */
    record Span(ProgramId program, CustomerId first, CustomerId last, Period period) {}

    /**
     * A customer at the beginning.
     *
     * @param state null for one who was not known yet
     */
    record Start(CustomerId id, @Nullable CustomerState state) {}

    /** Where an event stands in the journal. */
    record Place(int node, long batch, int seq) {
        public static final Place BEGIN = new Place(-1, 0, 0);
    }

    /**
     * An event that was decided.
     *
     * @param read what the decision read: the order it speaks of, and what was sold of what comes back
     */
    record Happened(Event event, Instant decidedAt, Inputs read, Place place) {}
}
