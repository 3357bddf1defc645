package io.pelleh.engine.decision;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;

/** The releases of each program. */
public interface RuleSets {

    /** The release in force now. */
    RuleSet inForce(ProgramId program);

    /** The release that was in force at an instant. */
    RuleSet inForceAt(ProgramId program, Instant at);
}
