package io.pelleh.rules;

import io.pelleh.engine.decision.Lane;
import io.pelleh.rules.analysis.Analysis;
import io.pelleh.rules.analysis.Change;
import io.pelleh.rules.analysis.Comparison;
import io.pelleh.rules.analysis.Finding;
import io.pelleh.rules.reading.Library;
import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.reading.RuleWriter;
import io.pelleh.rules.reading.WrittenRule;
import io.pelleh.rules.scenario.BrokenScenario;
import io.pelleh.rules.scenario.Scenario;
import io.pelleh.rules.vocabulary.Terms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of a release, read without being run: what is wrong with them, what they say, and what that means. */
public final class RuleBook {

    private final ZoneId zone;
    private final Map<String, byte[]> files;
    private final Library library;
    private final List<Scenario> scenarios;
    private final List<Problem> problems;

    private RuleBook(ZoneId zone, Map<String, byte[]> files) {
        this.zone = zone;
        this.files = new TreeMap<>(files);
        List<Problem> found = new ArrayList<>();
        this.library = Library.read(1, zone, files, found::add);
        this.scenarios = scenarios(this.files, found);
        this.problems = List.copyOf(found);
    }

    /**
     * Reads files; never throws for what stands in them.
     *
     * @param zone in which days begin
     * @param files bytes by path: {@code promotions/free-shipping.csv}
     */
    public static RuleBook read(ZoneId zone, Map<String, byte[]> files) {
        return new RuleBook(zone, files);
    }

    private static List<Scenario> scenarios(Map<String, byte[]> files, List<Problem> problems) {
        List<Scenario> scenarios = new ArrayList<>();
        files.forEach((path, bytes) -> {
            if (Scenario.isIn(path)) {
                try {
                    scenarios.addAll(Scenario.read(path, bytes));
                } catch (BrokenScenario e) {
                    problems.add(new Problem(path, new Problem.Place(e.line(), ""), "", e.reason(), ""));
                }
            }
        });
        return List.copyOf(scenarios);
    }

    /** Everything that keeps the files from being used, scenarios included; at most 200 of the rules. */
    public List<Problem> problems() {
        return problems;
    }

    /** The rules that could be read, by stage, highest priority first. */
    public List<WrittenRule> rules() {
        return library.rules();
    }

    /** The scenarios that could be read, file by file. */
    public List<Scenario> scenarios() {
        return scenarios;
    }

    /** Lanes of the promotions, in the order in which they stack. */
    public List<Lane> lanes() {
        return library.lanes();
    }

    /** Everything the rules may say: attributes, tiers, segments. */
    public Terms terms() {
        return library.terms();
    }

    /** Tier names, lowest first. */
    public List<String> tiers() {
        return library.tiers();
    }

    /**
     * What is probably not meant in the rules that could be read.
     *
     * @param now by which rules have expired or are to come
     */
    public List<Finding> findings(Instant now) {
        return Analysis.of(
                library, now, rule -> TimeThresholds.of(List.of(rule)).daily());
    }

    /** The rules of a file as DRL, whatever form it has; empty when it holds none that can be read. */
    public String drl(String path) {
        RuleWriter writer = new RuleWriter(zone);
        return library.rules().stream()
                .filter(rule -> rule.origin().file().equals(path))
                .map(writer::write)
                .collect(Collectors.joining("\n"));
    }

    /** What is different in business words; empty when every file is the same. */
    public static List<Change> changes(RuleBook before, RuleBook after) {
        return Comparison.of(before.version(), after.version());
    }

    private Comparison.Version version() {
        return new Comparison.Version(zone, library, files);
    }
}
