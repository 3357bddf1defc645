package io.pelleh.api.journal;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.program.ProgramId;
import java.util.List;

/** What happened to a customer, and what was decided. */
public interface Timeline {

    /**
     * A page, newest first.
     *
     * @param before only entries with a lower version; {@link Long#MAX_VALUE} for the first page, then the last
     *     {@link Entry#version()} of the page before
     */
    List<Entry> of(ProgramId program, CustomerId customer, long before, int limit);

    /** An event with its decision; personal fields and other names of the customer are not in it. */
    record Entry(Event event, Inputs inputs, Decision decision) {

        /** The customer's version after it. */
        public long version() {
            return decision.after().version();
        }
    }
}
