package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The one door: whatever happens to a customer comes through here. */
public interface Door {

    /**
     * Decides and commits one event, once.
     *
     * @param answers writes the answer that is kept with the commit
     * @return the answer; a repeat gets the bytes of the first time
     * @throws EventConflict when the id was used with other content
     * @throws StillDeciding when the same event is being decided right now, or the customer stays busy
     * @throws CheckoutMoveForbidden when a checkout cannot go where the event wants it
     */
    Answer accept(Program program, Event event, Answers answers);

    /**
     * Commits a customer's past events as one unit, oldest first; those already there are left out.
     *
     * @return how many were new
     */
    int history(Program program, List<Event> events);

    /** Decides about a basket without writing anything. */
    Decision quote(Program program, Subject subject, Goods goods);

    /** A customer's state now, with the dues up to now applied in memory. */
    Optional<CustomerState> view(Program program, CustomerId customer);

    /** A customer's state as it was known at an instant, with the dues up to then. */
    Optional<CustomerState> viewAt(Program program, CustomerId customer, Instant at);

    /** Applies and commits the dues of a customer, if there are any. */
    void pass(Program program, CustomerId customer);

    /** Writes the answer to a decided event. */
    @FunctionalInterface
    interface Answers {
        StoredAnswer write(Event event, Decision decision);
    }

    /** An answer, and whether it is one that was given before. */
    record Answer(StoredAnswer stored, boolean repeat) {}
}
