package io.pelleh.api.security;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as kept: never the key itself.
 *
 * @param id public name of the key, its first characters after {@code plk_}
 * @param hash SHA-256 of the whole key, hex
 * @param role of a person; null for a machine
 */
public record ApiKey(
        String id,
        ProgramId program,
        String hash,
        String actor,
        Set<Scope> scopes,
        @Nullable Role role,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }
}
