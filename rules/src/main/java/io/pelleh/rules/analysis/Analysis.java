package io.pelleh.rules.analysis;

import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Ask.Dimension;
import io.pelleh.engine.decision.Lane;
import io.pelleh.engine.decision.Stage;
import io.pelleh.rules.analysis.Finding.Kind;
import io.pelleh.rules.reading.Library;
import io.pelleh.rules.reading.Problem.Place;
import io.pelleh.rules.reading.WrittenRule;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks for what is probably not meant. */
public final class Analysis {

    private static final int SCORES = 5;

    private final Findings findings = new Findings();
    private final Library library;
    private final List<Placed> rules;

    private Analysis(Library library) {
        this.library = library;
        this.rules = library.rules().stream().map(Placed::of).toList();
    }

    /**
     * Everything found.
     *
     * @param now by which rules have expired or are to come
     * @param midnight whether time changes a rule in a way that cannot be read from it
     */
    public static List<Finding> of(Library library, Instant now, Predicate<WrittenRule> midnight) {
        Analysis analysis = new Analysis(library);
        Single single = new Single(analysis.findings, library, now);
        analysis.rules.forEach(single::check);
        analysis.rules.stream().filter(rule -> midnight.test(rule.rule())).forEach(analysis::midnight);
        analysis.scores();
        analysis.segments();
        analysis.rungs();
        analysis.tiers();
        analysis.promotions();
        analysis.bySet(analysis.rules).values().forEach(set -> new Bands(analysis.findings).check(set));
        return analysis.findings.all();
    }

    private void midnight(Placed rule) {
        findings.add(
                Kind.MIDNIGHT,
                rule,
                List.of(),
                new Said(
                        rule.name()
                                + " changes with time in a way that cannot be read: everybody is looked at each midnight",
                        "«" + rule.name()
                                + "» با گذر زمان عوض می‌شود و زمانش خواندنی نیست: هر نیمه‌شب همه دوباره دیده می‌شوند"));
    }

    private List<Placed> of(Stage stage) {
        return rules.stream().filter(rule -> rule.rule().stage() == stage).toList();
    }

    private Map<String, List<Placed>> bySet(List<Placed> some) {
        return some.stream()
                .collect(Collectors.groupingBy(rule -> rule.rule().rule().ruleSet()));
    }

    private void scores() {
        for (Dimension dimension : Dimension.values()) {
            List<Placed> mine = of(Stage.SCORING).stream()
                    .filter(rule -> rule.rule().asks().stream()
                            .anyMatch(ask -> ask instanceof Ask.Score score && score.dimension() == dimension))
                    .toList();
            if (!mine.isEmpty()) {
                String name = dimension.name().toLowerCase(Locale.ROOT);
                FirstMatch first = new FirstMatch(findings);
                first.check(mine);
                first.gaps(mine, new Said("a score of " + name, "امتیاز " + name));
                missing(mine, dimension, name);
            }
        }
    }

    private void missing(List<Placed> mine, Dimension dimension, String name) {
        for (int score = 1; score <= SCORES; score++) {
            Ask ask = new Ask.Score(dimension, score);
            if (mine.stream().noneMatch(rule -> rule.rule().asks().contains(ask) && !findings.dead(rule))) {
                findings.add(
                        Kind.GAP,
                        mine.getLast().rule().origin(),
                        mine.getLast().rule().rule().ruleSet(),
                        new Said(
                                "nobody gets " + score + " for " + name,
                                "هیچ‌کس در " + name + " امتیاز " + score + " نمی‌گیرد"));
            }
        }
    }

    private void segments() {
        bySet(of(Stage.SEGMENTS)).values().forEach(set -> {
            FirstMatch first = new FirstMatch(findings);
            first.check(set);
            first.gaps(set, new Said("a segment", "بخشی"));
        });
        unreachable(of(Stage.SEGMENTS), "segment", "بخش");
    }

    private void rungs() {
        new Heights(
                        findings,
                        rule -> rule.rule().asks().getFirst() instanceof Ask.Place place
                                ? place.rung().step()
                                : 0)
                .check(of(Stage.LADDER));
        unreachable(of(Stage.LADDER), "rung", "پله");
    }

    private void tiers() {
        List<Placed> mine = of(Stage.TIERS);
        new Heights(
                        findings,
                        rule -> rule.rule().asks().getFirst() instanceof Ask.Tier tier
                                ? library.tiers().indexOf(tier.name())
                                : 0)
                .check(mine);
        unreachable(mine, "tier", "سطح");
        for (String tier : library.tiers()) {
            if (!mine.isEmpty()
                    && mine.stream().noneMatch(rule -> rule.rule().asks().contains(new Ask.Tier(tier)))) {
                findings.add(
                        Kind.UNREACHABLE,
                        new WrittenRule.Origin("tiers/tiers.csv", Place.FILE),
                        tier,
                        new Said("no rule leads to the tier " + tier, "هیچ قانونی به سطح «" + tier + "» نمی‌رسد"));
            }
        }
    }

    /** What is asked for only by rules that never matter. */
    private void unreachable(List<Placed> mine, String english, String persian) {
        Map<Ask, List<Placed>> byAsk = mine.stream()
                .collect(Collectors.groupingBy(rule -> rule.rule().asks().getFirst()));
        byAsk.forEach((ask, some) -> {
            if (some.stream().allMatch(findings::dead)) {
                String name = name(ask);
                findings.add(
                        Kind.UNREACHABLE,
                        some.getFirst(),
                        some.subList(1, some.size()),
                        new Said(
                                "nobody reaches the " + english + " " + name,
                                "هیچ‌کس به " + persian + " «" + name + "» نمی‌رسد"));
            }
        });
    }

    private static String name(Ask ask) {
        return switch (ask) {
            case Ask.Segment segment -> segment.name();
            case Ask.Tier tier -> tier.name();
            case Ask.Place place -> place.rung().name();
            default -> ask.toString();
        };
    }

    private void promotions() {
        Map<String, List<Placed>> byLane = of(Stage.PROMOTIONS).stream()
                .collect(Collectors.groupingBy(rule -> rule.rule().rule().lane()));
        library.lanes().stream()
                .filter(lane -> lane.picks() == Lane.Picks.BEST)
                .map(lane -> byLane.getOrDefault(lane.name(), List.of()))
                .forEach(new Race(findings)::check);
    }
}
