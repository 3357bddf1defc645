package io.pelleh.api.vocabulary;

import io.pelleh.engine.decision.RuleSets;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.engine.program.Programs;
import io.pelleh.rules.RuleBook;
import io.pelleh.rules.vocabulary.Terms;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The vocabulary of each program's release in force. */
public final class Vocabularies {

    private final RuleSets rules;
    private final Programs programs;
    private final Files files;
    private final Map<ProgramId, Read> read = new ConcurrentHashMap<>();

    /** The files of releases, bytes by path. */
    public interface Files {
        Map<String, byte[]> of(ProgramId program, long release);
    }

    private record Read(long release, Terms terms) {}

    public Vocabularies(RuleSets rules, Programs programs, Files files) {
        this.rules = rules;
        this.programs = programs;
        this.files = files;
    }

    Terms inForce(ProgramId program) {
        long release = rules.inForce(program).release();
        Read known = read.get(program);
        if (known != null && known.release() == release) {
            return known.terms();
        }
        Terms terms = RuleBook.read(programs.get(program).zone(), files.of(program, release))
                .terms();
        read.put(program, new Read(release, terms));
        return terms;
    }
}
