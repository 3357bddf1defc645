package io.pelleh.api.security;

import io.pelleh.engine.program.ProgramId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param actor name of the person or system the key was given to
 * @param role of a person; null for a machine
 */
public record Caller(
        ProgramId program,
        String actor,
        Set<Scope> scopes,
        @Nullable Role role) {

    static final String ATTRIBUTE = "pelleh.caller";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the caller may do what needs this scope. */
    public boolean may(Scope scope) {
        return scopes.contains(scope) || role == Role.ADMIN;
    }

    /** Whether the caller may do what needs this role. */
    public boolean may(Role needed) {
        return role != null && role.covers(needed);
    }
}
