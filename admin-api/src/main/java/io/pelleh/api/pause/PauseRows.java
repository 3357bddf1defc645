package io.pelleh.api.pause;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where pauses are kept. */
public interface PauseRows {

    /** All pauses of a program, newest first. */
    List<Pause> all(ProgramId program);

    /** A word for each program that has any, another one after each change. */
    Map<ProgramId, String> marks();

    /** Adds a pause; false when it is switched off already. */
    boolean add(ProgramId program, Pause pause);

    /** Ends the pause of something; false when it is not switched off. */
    boolean end(ProgramId program, String what, Instant at, String actor);
}
