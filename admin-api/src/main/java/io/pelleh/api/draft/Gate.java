package io.pelleh.api.draft;

import io.pelleh.api.ruleset.Releases;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.engine.program.Programs;
import io.pelleh.rules.RuleBook;
import io.pelleh.rules.analysis.Finding;
import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.reading.RulesRejected;
import io.pelleh.rules.scenario.ScenarioReport;
import io.pelleh.rules.scenario.ScenarioRunner;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every release must pass: nothing is wrong, it compiles, and every scenario ends as it says. */
public final class Gate {

    private final Releases releases;
    private final Programs programs;

    public Gate(Releases releases, Programs programs) {
        this.releases = releases;
        this.programs = programs;
    }

    /**
     * What the gate says.
     *
     * @param findings what is probably not meant; they keep nothing out
     * @param report how the scenarios went; null when they could not be run
     */
    record Verdict(
            List<Problem> problems,
            List<Finding> findings,
            @Nullable ScenarioReport report) {

        boolean passed() {
            return problems.isEmpty() && report != null && report.passed();
        }
    }

    Verdict judge(Program program, Map<String, byte[]> files) {
        RuleBook book = RuleBook.read(program.zone(), files);
        List<Finding> findings = book.findings(programs.now(program));
        if (!book.problems().isEmpty()) {
            return new Verdict(book.problems(), findings, null);
        }
        try {
            RuleSet rules = releases.preview(program.id(), files);
            return new Verdict(
                    List.of(), findings, new ScenarioRunner(program, rules).report(book.scenarios(), book.rules()));
        } catch (RulesRejected e) {
            return new Verdict(e.problems(), findings, null);
        }
    }

    Program program(ProgramId id) {
        return programs.get(id);
    }
}
