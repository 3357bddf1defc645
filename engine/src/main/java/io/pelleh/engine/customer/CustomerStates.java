package io.pelleh.engine.customer;

import io.pelleh.engine.program.ProgramId;
import java.util.Optional;

/** The fast copy of customers' states. Losing it loses nothing: MySQL holds the truth. */
public interface CustomerStates {

    /**
     * The copy at hand, or empty when there is none of the present epoch.
     *
     * @throws StatesUnavailable when the copy cannot be reached; the caller goes on from the journal
     */
    Optional<CustomerState> find(ProgramId program, CustomerId customer);

    /**
     * Keeps a state if an older version, or none, is there.
     *
     * @throws StatesUnavailable when the copy cannot be reached; the epoch must then be raised
     */
    void keep(ProgramId program, CustomerState state);
}
