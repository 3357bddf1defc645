package io.pelleh.api.wiring;

import io.pelleh.api.draft.Drafts;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.ruleset.ReleaseStore;
import io.pelleh.api.ruleset.Releases;
import io.pelleh.api.simulate.RuleChoice;
import io.pelleh.api.simulate.RuleSource;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.program.ProgramId;
import java.util.Map;
import java.util.Optional;

/** The rules that releases and drafts hold. */
final class ReleasedRules implements RuleSource {

    private final Releases releases;
    private final ReleaseStore store;
    private final Drafts drafts;

    ReleasedRules(Releases releases, ReleaseStore store, Drafts drafts) {
        this.releases = releases;
        this.store = store;
        this.drafts = drafts;
    }

    @Override
    public Chosen files(ProgramId program, RuleChoice choice) {
        if (choice.draft() != null) {
            return new Chosen(0, drafts.files(program, choice.draft()));
        }
        Long named = choice.release();
        long number = named == null ? releases.inForce(program).release() : named;
        Map<String, byte[]> files = store.files(program, number);
        if (files.isEmpty()) {
            throw new Refused(Code.NOT_FOUND, "the program has no release " + number);
        }
        return new Chosen(number, files);
    }

    @Override
    public Optional<RuleSet> running(ProgramId program, long release) {
        return Optional.of(releases.inForce(program)).filter(rules -> rules.release() == release);
    }
}
