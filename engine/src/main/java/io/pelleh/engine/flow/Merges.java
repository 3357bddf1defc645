package io.pelleh.engine.flow;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Event.Origin;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.Happening.Absorbed;
import io.pelleh.engine.event.Happening.Merged;
import io.pelleh.engine.event.Subject;
import java.util.Comparator;
import java.util.List;

/** Customers who turn out to be one person: the loser is closed first, then the survivor takes over what it had. */
final class Merges {

    /** An id of the shop's own stays before one made of an alias. */
    private static final Comparator<CustomerId> STAYS_FIRST =
            Comparator.comparing(Customers::made).thenComparing(Comparator.naturalOrder());

    private Merges() {}

    /** Whether a merge that this event asks for has been made already, or is none. */
    static boolean done(Event event, CustomerState state) {
        return event.happening() instanceof Merged merged
                && (!state.id().equals(event.subject().customer())
                        || merged.survivor().equals(state.id()));
    }

    /** The events for other customers that follow from this one. */
    static List<Event> follow(Journal journal, Event event, CustomerState before) {
        if (event.happening() instanceof Merged merged) {
            return List.of(caused(event, "absorb", merged.survivor(), new Absorbed(before)));
        }
        if (event.subject().customer() == null || event.subject().aliases().isEmpty()) {
            return List.of();
        }
        return journal.known(event.id().program(), event.subject().aliases()).stream()
                .filter(other -> !other.equals(before.id()))
                .map(other -> merge(event, before.id(), other))
                .toList();
    }

    /**
     * The event that makes two customers one. Which of them stays does not depend on who came first: merges that cross,
     * on whatever nodes, could otherwise close both.
     */
    private static Event merge(Event cause, CustomerId one, CustomerId other) {
        boolean first = STAYS_FIRST.compare(one, other) < 0;
        CustomerId survivor = first ? one : other;
        CustomerId loser = first ? other : one;
        return caused(cause, "merge " + loser, loser, new Merged(survivor));
    }

    private static Event caused(Event cause, String what, CustomerId whom, Happening happening) {
        EventId id = new EventId(cause.id().program(), "internal", Digests.sha256(cause.id() + " " + what));
        String type = happening instanceof Merged ? "customer.merged" : "customer.absorbed";
        return new Event(id, type, Subject.of(whom), cause.occurredAt(), Origin.INTERNAL, "", happening);
    }
}
