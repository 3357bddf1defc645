package io.pelleh.api.program;

import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.api.ruleset.Publication;
import io.pelleh.api.ruleset.ReleaseStore;
import io.pelleh.api.ruleset.ReleaseStore.Signed;
import io.pelleh.api.ruleset.Releases;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import io.pelleh.engine.program.Program;
import io.pelleh.rules.StarterPack;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens programs: adds the program, releases the starter pack as release 1, and issues the first key. */
@Component
public class Onboarding {

    private static final String ACTOR = "owner";

    private final ProgramRegister programs;
    private final ReleaseStore store;
    private final Releases releases;
    private final KeyRing keys;

    Onboarding(ProgramRegister programs, ReleaseStore store, Releases releases, KeyRing keys) {
        this.programs = programs;
        this.store = store;
        this.releases = releases;
        this.keys = keys;
    }

    /**
     * Opens a program if it is not there. A start that was interrupted is taken up where it stopped.
     *
     * @return the first key, with every scope, told once and never again; empty when the program was there already
     */
    public Optional<String> open(Program program) {
        boolean added = programs.add(program);
        if (store.all(program.id()).isEmpty()) {
            Signed signed = new Signed("pelleh", "pelleh", "starter pack");
            releases.publish(Publication.first(program.id(), StarterPack.files(), signed), number -> {});
        }
        return added
                ? Optional.of(keys.issue(program.id(), ACTOR, EnumSet.allOf(Scope.class), Role.ADMIN)
                        .token())
                : Optional.empty();
    }
}
