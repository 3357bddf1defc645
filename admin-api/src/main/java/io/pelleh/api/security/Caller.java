package io.pelleh.api.security;

import io.pelleh.engine.program.ProgramId;
import java.util.Set;

/**
 * Who makes a request.
 *
 * @param actor name of the person or system the key was given to
 */
public record Caller(ProgramId program, String actor, Set<Scope> scopes) {

    static final String ATTRIBUTE = "pelleh.caller";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the caller may do what needs this scope. */
    public boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }
}
