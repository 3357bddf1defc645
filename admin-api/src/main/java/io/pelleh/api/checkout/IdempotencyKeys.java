package io.pelleh.api.checkout;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;

/** Keys that shops give with their commits; each stands for one request for 30 days. */
public interface IdempotencyKeys {

    /** Takes a key for a request; false when it stands for a request of another digest. */
    boolean claim(ProgramId program, String key, String digest, Instant at);
}
