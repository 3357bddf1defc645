package io.pelleh.api.journal;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.decision.Recorded;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;

/** Where checkouts stood at an instant. */
public interface CheckoutPast {

    /** Moves of a checkout that are told, the newest. */
    int MAX_MOVES = 500;

    /** The moves of a checkout that were decided by an instant, the newest first; its quotes are not kept. */
    List<Recorded> moves(ProgramId program, CheckoutId checkout, Instant until);
}
