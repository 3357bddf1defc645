package io.pelleh.api.ruleset;

import io.pelleh.engine.program.ProgramId;
import org.jspecify.annotations.Nullable;

/** Thrown when another node published a release with this number first. */
public final class ReleaseNumberTaken extends RuntimeException {

    public ReleaseNumberTaken(ProgramId program, long number, @Nullable Throwable cause) {
        super("program " + program + " already has a release " + number + "; publish again on top of it", cause);
    }
}
