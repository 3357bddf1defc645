package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutChange;
import io.pelleh.engine.checkout.OrderChange;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.program.Program;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one call writes, all or nothing: the dues that came first, and the event itself.
 *
 * @param before the customer as loaded, or null for a guest; its version must still stand
 * @param steps oldest first; each raises the customer's version by one
 * @param answer what the sender gets, kept for a repeat, or null where no answer is kept (time, imports)
 * @param checkouts the changes of checkouts, each of another one
 */
public record Commit(
        Program program,
        @Nullable CustomerState before,
        Subject subject,
        List<Step> steps,
        @Nullable StoredAnswer answer,
        List<CheckoutChange> checkouts) {

    public Commit {
        steps = List.copyOf(steps);
        checkouts = List.copyOf(checkouts);
    }

    /**
     * One event and what was decided about it.
     *
     * @param follow events for other customers that this one causes; delivered after the commit, at least once
     */
    public record Step(
            Event event,
            Inputs inputs,
            Decision decision,
            @Nullable OrderChange order,
            List<Event> follow) {
        public Step {
            follow = List.copyOf(follow);
        }
    }

    /** The state after the last step. */
    public CustomerState after() {
        return steps.getLast().decision().after();
    }
}
