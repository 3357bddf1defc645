package io.pelleh.engine.program;

/** No program has this id. */
public final class ProgramNotFound extends RuntimeException {

    public ProgramNotFound(ProgramId id) {
        super("program " + id + " does not exist");
    }
}
