package io.pelleh.rules.reading;

import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Lane;
import io.pelleh.engine.decision.Safeguards;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.campaign.CampaignFile;
import io.pelleh.rules.text.Flaw;
import io.pelleh.rules.text.Wrong;
import io.pelleh.rules.vocabulary.ShopAttributes;
import io.pelleh.rules.vocabulary.Terms;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All rules of one release, in the order in which they are looked at.
 *
 * @param sets rule sets by kind and name
 * @param lanes lanes of the promotions in the order in which they stack
 * @param tiers names, lowest first
 * @param terms everything they may say
 * @param safeguards what no promotion may pass
 * @param campaigns by name
 */
public record Library(
        List<WrittenRule> rules,
        Set<String> sets,
        List<Lane> lanes,
        List<String> tiers,
        Terms terms,
        Safeguards safeguards,
        Map<String, Campaign> campaigns) {

    private static final String EXCLUDES = "name a promotion, a rule set or a campaign of this release";
    private static final int MAX_DRL = 200;
    private static final int MAX_COMPILED = 1_500;
    private static final int MAX_RULES = 50_000;
    private static final int MAX_ID = 200;

    /**
     * Reads every file.
     *
     * @param files by path: {@code promotions/free-shipping.csv}
     * @param zone in which days begin and end
     * @throws RulesRejected with everything that is wrong
     */
    public static Library read(long release, ZoneId zone, Map<String, byte[]> files) {
        List<Problem> problems = new ArrayList<>();
        Library library = read(release, zone, files, problems::add);
        if (!problems.isEmpty()) {
            throw new RulesRejected(problems);
        }
        return library;
    }

    /** Reads what can be read and tells everything that is wrong. */
    public static Library read(long release, ZoneId zone, Map<String, byte[]> files, Consumer<Problem> wrong) {
        Problems problems = new Problems(wrong);
        Map<String, byte[]> sorted = new FileLimits(problems).fitting(files);
        List<WrittenRule> rules = new ArrayList<>();
        Set<String> sets = new TreeSet<>();
        DrlReader reader = new DrlReader(release, zone, problems, vocabulary(sorted, problems));
        Forms forms = new Forms(sorted, zone, reader.vocabulary(), problems);
        sorted.forEach((path, bytes) -> {
            RuleFile file = new RuleFile(path, bytes);
            look(file, zone, reader.vocabulary(), problems);
            if (holdsRules(file)) {
                sets.add(file.set());
                rules.addAll(read(file, forms, reader, problems));
            }
        });
        Lists lists = new Lists(sorted, problems);
        List<String> tiers = lists.tiers();
        Terms terms = new Terms(reader.vocabulary(), tiers, segments(rules));
        Map<String, Campaign> campaigns = campaigns(sorted, zone, problems);
        List<WrittenRule> told = TextsFile.tell(sorted, ordered(rules), problems);
        Library library = new Library(told, sets, lists.lanes(), tiers, terms, lists.safeguards(), campaigns);
        library.check(problems);
        campaigns.values().forEach(campaign -> ArmCheck.check(campaign, library.rules(), problems));
        return library;
    }

    private static Vocabulary vocabulary(Map<String, byte[]> files, Problems problems) {
        byte[] bytes = files.get(ShopAttributes.PATH);
        if (bytes == null) {
            return Vocabulary.builtIn();
        }
        RuleFile file = new RuleFile(ShopAttributes.PATH, bytes);
        ShopAttributes own = ShopAttributes.read(file.text());
        own.flaws().forEach(flaw -> problems.add(file, flaw));
        return own.vocabulary();
    }

    private static Map<String, Campaign> campaigns(Map<String, byte[]> files, ZoneId zone, Problems problems) {
        Map<String, Campaign> campaigns = new TreeMap<>();
        files.forEach((path, bytes) -> {
            RuleFile file = new RuleFile(path, bytes);
            try {
                if (CampaignFile.is(path)) {
                    HiddenCharacters.find(file, file.text(), problems);
                    Campaign campaign = CampaignFile.read(path, file.text(), zone);
                    campaigns.put(campaign.name(), campaign);
                }
            } catch (Wrong e) {
                problems.add(
                        new Problem(path, new Problem.Place(Math.max(1, e.line(1)), ""), "", e.reason(), e.hint()));
            }
        });
        return campaigns;
    }

    private static List<String> segments(List<WrittenRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.asks().stream())
                .flatMap(ask -> ask instanceof Ask.Segment(String name) ? Stream.of(name) : Stream.empty())
                .distinct()
                .toList();
    }

    /** Lists and dictionaries hold no rules of their own; they are looked at by themselves. */
    private static void look(RuleFile file, ZoneId zone, Vocabulary vocabulary, Problems problems) {
        if (file.ending().equals("dsl") || isList(file.path())) {
            HiddenCharacters.find(file, file.text(), problems);
        }
        if (file.ending().equals("dsl")) {
            new DictionaryCheck(file, zone, vocabulary, problems).check();
        }
    }

    /** Whether a file of this path lists names and holds no rules. */
    public static boolean isList(String path) {
        return Lists.PATHS.contains(path) || path.equals(ShopAttributes.PATH);
    }

    private static boolean holdsRules(RuleFile file) {
        return !isList(file.path()) && !Set.of("dsl", "yaml", "md").contains(file.ending());
    }

    private static List<WrittenRule> read(RuleFile file, Forms forms, DrlReader reader, Problems problems) {
        try {
            Stage stage = file.stage()
                    .orElseThrow(() -> new Wrong(
                            "the folder is not a kind of rules", "use scoring, segments, ladder, tiers or promotions"));
            Drl drl = forms.drl(file);
            return drl == null ? List.of() : reader.read(drl, stage);
        } catch (Wrong wrong) {
            problems.add(file, Flaw.of("", wrong));
        } catch (IndexOutOfBoundsException | NullPointerException | IllegalStateException | ClassCastException e) {
            problems.add(
                    file, "the file cannot be read: its parser broke off", "look for brackets and quotes left open");
        }
        return List.of();
    }

    /** By stage, then highest priority first, then as the files have them. */
    private static List<WrittenRule> ordered(List<WrittenRule> rules) {
        List<WrittenRule> ordered = new ArrayList<>(rules);
        ordered.sort((a, b) -> a.stage() == b.stage()
                ? Integer.compare(b.rule().priority(), a.rule().priority())
                : a.stage().compareTo(b.stage()));
        return List.copyOf(ordered);
    }

    /** The same rule, with what its campaign allows. */
    public WrittenRule withinCampaign(WrittenRule written) {
        Campaign campaign = campaigns.get(written.rule().campaign());
        return campaign == null ? written : written.within(campaign.limits());
    }

    /** Names of the lanes, in order. */
    public List<String> laneNames() {
        return lanes.stream().map(Lane::name).toList();
    }

    private void check(Problems problems) {
        Map<String, String> seen = new HashMap<>();
        Map<String, Integer> compiled = new HashMap<>();
        Set<String> named = named();
        for (WrittenRule rule : rules) {
            String twin =
                    seen.putIfAbsent(Names.seen(rule.rule().id()), rule.rule().id());
            if (twin != null) {
                String reason = "another rule has the same name or one that looks like it: " + twin;
                problems.add(problem(rule, reason, "name every rule and row differently"));
            }
            int most = rule.origin().file().endsWith(".drl") ? MAX_DRL : MAX_COMPILED;
            if (!rule.row() && compiled.merge(rule.rule().ruleSet(), 1, Integer::sum) == most + 1) {
                String reason = "more than " + most + " rules of one file have to be compiled";
                problems.add(problem(rule, reason, "use a table of plain comparisons, or several files"));
            }
            if (rule.rule().id().length() > MAX_ID) {
                problems.add(problem(rule, "file and rule have more than 200 characters together", "shorten the name"));
            }
            place(rule, problems);
            rule.rule().terms().excludes().stream()
                    .filter(name -> !named.contains(name))
                    .forEach(name ->
                            problems.add(problem(rule, "it excludes " + name + ", which is not there", EXCLUDES)));
            new Sense(terms, rule).wrongs().forEach(wrong -> problems.add(problem(rule, wrong.reason(), wrong.hint())));
        }
        if (rules.size() > MAX_RULES) {
            problems.add(new Problem("", Problem.Place.FILE, "", "more than " + MAX_RULES + " rules", "use fewer"));
        }
    }

    /** Everything that another promotion may exclude: promotions, rule sets, campaigns. */
    private Set<String> named() {
        Set<String> named = new HashSet<>(sets);
        rules.stream()
                .filter(rule -> rule.stage() == Stage.PROMOTIONS)
                .map(WrittenRule::rule)
                .forEach(rule -> named.addAll(List.of(rule.id(), rule.name(), rule.campaign())));
        return named;
    }

    /** Lanes and tiers must be there. */
    private void place(WrittenRule rule, Problems problems) {
        if (rule.stage() == Stage.PROMOTIONS
                && lanes.stream()
                        .noneMatch(lane -> lane.name().equals(rule.rule().lane()))) {
            problems.add(problem(rule, "there is no lane " + rule.rule().lane(), "known are " + laneNames()));
        }
        rule.asks().stream()
                .filter(ask -> ask instanceof Ask.Tier tier && !tiers.contains(tier.name()))
                .forEach(
                        ask -> problems.add(problem(rule, "there is no tier for " + ask, "list it in " + Lists.TIERS)));
    }

    private static Problem problem(WrittenRule rule, String reason, String hint) {
        return new Problem(
                rule.origin().file(), rule.origin().place(), rule.rule().id(), reason, hint);
    }
}
