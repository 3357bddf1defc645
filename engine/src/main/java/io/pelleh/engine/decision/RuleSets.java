package io.pelleh.engine.decision;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;

/** The releases of each program. */
public interface RuleSets {

    /** The release in force now. */
    RuleSet inForce(ProgramId program);

    /** The release that was in force at an instant. */
    RuleSet inForceAt(ProgramId program, Instant at);

    /**
     * The release that decides for a unit now: a canary decides for some before it is in force for all.
     *
     * @param unit customer id; for a guest the checkout id
     */
    default RuleSet inForce(ProgramId program, String unit) {
        return inForce(program);
    }

    /** The release that decided for a unit at an instant. */
    default RuleSet inForceAt(ProgramId program, String unit, Instant at) {
        return inForceAt(program, at);
    }
}
