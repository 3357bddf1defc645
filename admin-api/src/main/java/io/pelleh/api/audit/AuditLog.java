package io.pelleh.api.audit;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;

/** The log of who changed what; it is only ever added to. */
public interface AuditLog {

    /** Adds an entry, in the transaction of the change if there is one. */
    void add(Done done);

    /** A program's entries before an id, newest first; {@link Long#MAX_VALUE} for the newest of all. */
    List<Entry> before(ProgramId program, long id, int limit);

    /**
     * One change.
     *
     * @param action what was done, {@code draft.approved}
     * @param subject to what, {@code draft/0f3a…}
     * @param detail JSON: before and after
     */
    record Done(ProgramId program, String actor, String action, String subject, String detail) {}

    /** One change as it was kept. */
    record Entry(long id, Instant at, Done done) {}
}
