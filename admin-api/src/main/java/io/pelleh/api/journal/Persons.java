package io.pelleh.api.journal;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.event.PersonalData;
import io.pelleh.engine.program.ProgramId;
import java.util.Optional;

/** Who the customers are. */
public interface Persons {

    /** What is known; empty when nothing ever was, or it was erased. */
    Optional<PersonalData> find(ProgramId program, CustomerId customer);
}
