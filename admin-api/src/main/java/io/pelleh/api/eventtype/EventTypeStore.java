package io.pelleh.api.eventtype;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where shop-defined event types are kept. */
public interface EventTypeStore {

    /** The JSON Schema of a type. */
    Optional<String> find(ProgramId program, String type);

    /** The types of a program, at most 1,000, by name. */
    List<String> of(ProgramId program);

    /**
     * Registers a type, or gives it another schema.
     *
     * @return whether it is new
     */
    boolean put(Registration registration);

    /** A type, its schema, and who registered it when. */
    record Registration(ProgramId program, String type, String schema, String actor, Instant at) {}
}
