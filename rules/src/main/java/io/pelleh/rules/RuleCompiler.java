package io.pelleh.rules;

import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.OwnAttributes;
import io.pelleh.rules.compiled.CompiledRules;
import io.pelleh.rules.compiled.KnowledgeBases;
import io.pelleh.rules.match.Sayings;
import io.pelleh.rules.reading.Library;
import io.pelleh.rules.reading.RulesRejected;
import io.pelleh.rules.reading.WrittenRule;
import io.pelleh.rules.rows.Rows;
import io.pelleh.rules.why.Nearby;
import io.pelleh.rules.why.Prospects;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes an immutable rule set from the files of a release; the one entry to this module. What was compiled for one release
 * serves the next, as long as somebody uses it and its rules are the same.
 */
public final class RuleCompiler {

    private final KnowledgeBases bases = new KnowledgeBases();

    /**
     * Reads, checks and compiles every file.
     *
     * @param release number of the release, also the version of every rule set in it
     * @param zone the program's zone, in which the days of validity begin
     * @param files bytes by path: {@code promotions/free-shipping.csv}; scenarios and notes among them are passed over
     * @throws RulesRejected with every problem found, its file, place and reason
     */
    public static RuleSet compile(long release, ZoneId zone, Map<String, byte[]> files) {
        return new RuleCompiler().compile(Edition.first(release), zone, files);
    }

    /**
     * Reads and checks every file, and compiles what is not compiled yet.
     *
     * @param zone the program's zone, in which the days of validity begin
     * @param files bytes by path
     * @throws RulesRejected with every problem found, its file, place and reason
     */
    public RuleSet compile(Edition edition, ZoneId zone, Map<String, byte[]> files) {
        Library library = Library.read(edition.release(), zone, files);
        List<WrittenRule> rules = library.rules().stream()
                .map(rule -> rule.in(edition.version(rule.rule().ruleSet())))
                .map(library::withinCampaign)
                .toList();
        return release(edition, zone, library, stages(rules));
    }

    /**
     * Compiles a variant of a release under the same number, to be run beside it: stages whose rules are written the same
     * are shared with it.
     *
     * @param known the release, as {@link #compile} made it
     * @param shared stages that are written the same
     * @throws RulesRejected with every problem found, its file, place and reason
     */
    public static RuleSet variant(RuleSet known, Set<Stage> shared, ZoneId zone, Map<String, byte[]> files) {
        if (!(known instanceof Release base)) {
            return compile(known.release(), zone, files);
        }
        Library library = Library.read(known.release(), zone, files);
        List<WrittenRule> own = library.rules().stream()
                .filter(rule -> !shared.contains(rule.stage()))
                .map(library::withinCampaign)
                .toList();
        Map<Stage, StageRules> stages = new RuleCompiler().stages(own);
        base.stages().forEach((stage, rules) -> {
            if (shared.contains(stage)) {
                stages.put(stage, rules);
            }
        });
        return release(new Edition(known.release(), base.placedSince(), Map.of()), zone, library, stages);
    }

    private static RuleSet release(Edition edition, ZoneId zone, Library library, Map<Stage, StageRules> stages) {
        List<WrittenRule> promotions = library.rules().stream()
                .filter(rule -> rule.stage() == Stage.PROMOTIONS)
                .map(rule -> rule.in(edition.version(rule.rule().ruleSet())))
                .map(library::withinCampaign)
                .toList();
        return new Release(
                edition.release(),
                edition.placedSince(),
                library.sets().stream().collect(Collectors.toMap(Function.identity(), edition::version)),
                stages,
                Release.Order.of(library),
                new Release.Needs(
                        TimeThresholds.of(library.rules()),
                        WatchedProducts.of(library.rules()),
                        OwnAttributes.ofCustomers(library.terms().vocabulary())),
                new Nearby(promotions),
                new Prospects(promotions, zone));
    }

    private Map<Stage, StageRules> stages(List<WrittenRule> all) {
        Map<Stage, List<WrittenRule>> byStage = all.stream().collect(Collectors.groupingBy(WrittenRule::stage));
        List<CompiledRules.Source> sources = new ArrayList<>();
        byStage.forEach((stage, rules) -> sources.add(new CompiledRules.Source(stage, places(rules, false))));
        sources.removeIf(source -> source.rules().isEmpty());
        Map<Stage, CompiledRules> compiled = bases.compile(sources);
        Map<Stage, StageRules> stages = new EnumMap<>(Stage.class);
        byStage.forEach((stage, rules) -> {
            Map<Integer, WrittenRule> rows = places(rules, true);
            stages.put(
                    stage,
                    new StageRules(new Sayings(rules), rows.isEmpty() ? null : new Rows(rows), compiled.get(stage)));
        });
        return stages;
    }

    /** The rules that run as rows, or those that do not, by their place in the stage. */
    private static Map<Integer, WrittenRule> places(List<WrittenRule> rules, boolean asRows) {
        Map<Integer, WrittenRule> places = new TreeMap<>();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).row() == asRows) {
                places.put(i, rules.get(i));
            }
        }
        return places;
    }
}
