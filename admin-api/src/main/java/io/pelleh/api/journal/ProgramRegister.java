package io.pelleh.api.journal;

import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.engine.program.ProgramNotFound;
import io.pelleh.engine.program.Programs;
import java.time.Duration;
import java.util.List;

/** The programs, and how they come to be. What another node changed is seen within a second. */
public interface ProgramRegister extends Programs {

    /** Every program, by id. */
    List<Program> all();

    /** Adds a program; false when one with this id is there. */
    boolean add(Program program);

    /** Whether a draft must be approved by somebody who did not work on it. */
    boolean fourEyes(ProgramId program);

    /** Switches that rule on or off. */
    void fourEyes(ProgramId program, boolean on);

    /**
     * Moves a sandbox's clock forward.
     *
     * @throws ProgramNotFound when no such program exists
     * @throws IllegalArgumentException when the program is no sandbox, or {@code by} is negative
     */
    void forward(ProgramId program, Duration by);
}
