package io.pelleh.api.simulate;

import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.program.ProgramId;
import java.util.Map;
import java.util.Optional;

/** Finds the files of the rules that somebody chose. */
public interface RuleSource {

    /**
     * The files that a choice means, and the release they are, 0 for a draft.
     *
     * @throws io.pelleh.api.problem.Refused when there is no such release or draft
     */
    Chosen files(ProgramId program, RuleChoice choice);

    /** A release that is compiled here anyway. */
    Optional<RuleSet> running(ProgramId program, long release);

    /** Bytes by path. */
    record Chosen(long release, Map<String, byte[]> files) {
        public Chosen {
            files = Map.copyOf(files);
        }
    }
}
