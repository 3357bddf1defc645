package io.pelleh.api.ruleset;

import io.pelleh.engine.program.ProgramId;

/** Thrown when another node published a release with this number first. */
public final class ReleaseNumberTaken extends RuntimeException {

    public ReleaseNumberTaken(ProgramId program, long number, Throwable cause) {
        super("program " + program + " already has a release " + number + "; publish again on top of it", cause);
    }
}
