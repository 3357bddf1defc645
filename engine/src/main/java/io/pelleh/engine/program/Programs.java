package io.pelleh.engine.program;

import java.time.Instant;

/** The programs known, and the clock of each. */
public interface Programs {

    /**
     * Finds a program.
     *
     * @throws ProgramNotFound when no such program exists
     */
    Program get(ProgramId id);

    /** The program's now: the wall clock, or a sandbox's moved clock. */
    Instant now(Program program);
}
