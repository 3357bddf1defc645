package io.pelleh.api.security;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;

/** Where API keys are kept. */
public interface KeyStore {

    /** The keys of all programs that are not revoked. */
    List<ApiKey> active();

    /** A program's keys, the newest first, at most 1,000. */
    List<ApiKey> of(ProgramId program);

    void add(ApiKey key);

    /** @return false when the program has no such key; revoking twice changes nothing */
    boolean revoke(ProgramId program, String id, Instant at);
}
