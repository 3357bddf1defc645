package io.pelleh.api.journal;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.List;

/** The customers at whom something may have changed with no event. */
public interface Dues {

    /**
     * Customers due by their program's clock, the longest overdue first within each program. One node at a time gets
     * those of a program.
     *
     * @param limit customers per program
     */
    List<Due> due(int limit);

    /** How far behind the oldest due customer is, in milliseconds; 0 when nobody is due. */
    long lagMillis();

    /** A customer, and the instant that was reached. */
    record Due(Program program, CustomerId customer, Instant at) {}
}
