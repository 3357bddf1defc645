package io.pelleh.api.simulate;

import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.program.Program;
import java.time.Instant;

/**
 * What is simulated.
 *
 * @param start the customer as it is; unseen for a guest
 * @param real whether the rules first look where this customer stands; a made-up one stands where it was said
 * @param shown the basket is only shown: nothing is bought
 * @param read what is on file of the basket's codes
 */
record Case(
        Program program,
        CustomerState start,
        boolean guest,
        boolean real,
        Event event,
        Instant now,
        boolean shown,
        Inputs read) {}
