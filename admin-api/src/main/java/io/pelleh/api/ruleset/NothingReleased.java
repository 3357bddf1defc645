package io.pelleh.api.ruleset;

import io.pelleh.engine.program.ProgramId;

/** Thrown when a program has no rules in force: nothing can be decided for it yet. */
public final class NothingReleased extends RuntimeException {

    public NothingReleased(ProgramId program) {
        super("program " + program + " has no release; publish its rules first");
    }
}
