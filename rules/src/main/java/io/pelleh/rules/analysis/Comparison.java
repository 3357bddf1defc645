package io.pelleh.rules.analysis;

import io.pelleh.engine.decision.Lane;
import io.pelleh.engine.decision.Stage;
import io.pelleh.rules.analysis.Change.Kind;
import io.pelleh.rules.reading.Library;
import io.pelleh.rules.reading.RuleWriter;
import io.pelleh.rules.reading.WrittenRule;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in business words what changed between two versions of the rules. */
public final class Comparison {

    private final Version before;
    private final Version after;
    private final List<Change> changes = new ArrayList<>();

    private Comparison(Version before, Version after) {
        this.before = before;
        this.after = after;
    }

    /** One of the two. */
    public record Version(ZoneId zone, Library library, Map<String, byte[]> files) {

        Map<String, WrittenRule> byId() {
            Map<String, WrittenRule> byId = new LinkedHashMap<>();
            library.rules().forEach(rule -> byId.putIfAbsent(rule.rule().id(), rule));
            return byId;
        }
    }

    /** Everything that changed, rule by rule, then orders, then files that say the same in other words. */
    public static List<Change> of(Version before, Version after) {
        Comparison comparison = new Comparison(before, after);
        comparison.rules();
        comparison.orders();
        comparison.lanes();
        comparison.tiers();
        new CampaignChanges(before.library(), after.library(), comparison.changes::add).each();
        comparison.texts();
        return List.copyOf(comparison.changes);
    }

    private void rules() {
        Map<String, WrittenRule> old = before.byId();
        Map<String, WrittenRule> young = after.byId();
        RuleWriter words = new RuleWriter(after.zone());
        young.forEach((id, rule) -> {
            WrittenRule was = old.get(id);
            if (was == null) {
                add(
                        Kind.ADDED,
                        rule,
                        new Said(
                                "new: " + name(rule) + ", " + gives(rule, words),
                                "تازه: «" + name(rule) + "»، " + gives(rule, words)));
            } else {
                new RuleChanges(was, rule, words).each((kind, said) -> add(kind, rule, said));
            }
        });
        old.forEach((id, rule) -> {
            if (!young.containsKey(id)) {
                add(
                        Kind.REMOVED,
                        rule,
                        new Said(
                                "gone: " + name(rule) + ", " + gives(rule, words),
                                "حذف شد: «" + name(rule) + "»، " + gives(rule, words)));
            }
        });
    }

    private static String gives(WrittenRule rule, RuleWriter words) {
        return rule.asks().stream().map(words::call).collect(Collectors.joining(", "));
    }

    static String name(WrittenRule rule) {
        String id = rule.rule().id();
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private void add(Kind kind, WrittenRule rule, Said said) {
        changes.add(new Change(kind, rule.origin().file(), rule.rule().id(), said));
    }

    /** Where the first rule that holds is taken, a move matters when the two can hold together. */
    private void orders() {
        Map<String, List<Placed>> old = sets(before);
        sets(after).forEach((set, rules) -> {
            List<String> ids =
                    old.getOrDefault(set, List.of()).stream().map(Placed::id).toList();
            for (int i = 1; i < rules.size(); i++) {
                Placed later = rules.get(i);
                for (Placed earlier : rules.subList(0, i)) {
                    moved(earlier, later, ids);
                }
            }
        });
    }

    private void moved(Placed earlier, Placed later, List<String> old) {
        int was = old.indexOf(earlier.id());
        int other = old.indexOf(later.id());
        boolean meet = earlier.extent().boxes().stream()
                .anyMatch(box -> later.extent().boxes().stream().anyMatch(box::meets));
        if (was >= 0
                && other >= 0
                && was > other
                && meet
                && !earlier.rule().asks().equals(later.rule().asks())) {
            add(
                    Kind.ORDER,
                    earlier.rule(),
                    new Said(
                            earlier.name() + " is now looked at before " + later.name(),
                            "«" + earlier.name() + "» اکنون پیش از «" + later.name() + "» دیده می‌شود"));
        }
    }

    private static Map<String, List<Placed>> sets(Version version) {
        return version.library().rules().stream()
                .filter(rule -> rule.stage() == Stage.SCORING || rule.stage() == Stage.SEGMENTS)
                .map(Placed::of)
                .collect(Collectors.groupingBy(
                        rule -> rule.rule().rule().ruleSet(), LinkedHashMap::new, Collectors.toList()));
    }

    private void lanes() {
        List<String> was = lanes(before);
        List<String> is = lanes(after);
        if (!was.equals(is)) {
            Said said = instead(new Said("lanes", "مسیرها"), was, is);
            changes.add(new Change(Kind.LANE_ORDER, "promotions/lanes.csv", "", said));
        }
    }

    private static List<String> lanes(Version version) {
        return version.library().lanes().stream().map(Comparison::lane).toList();
    }

    private static String lane(Lane lane) {
        String picks = lane.picks() == Lane.Picks.BEST
                ? ""
                : " picks " + lane.picks().name().toLowerCase(Locale.ROOT);
        String sees = switch (lane.sees()) {
            case OPENING -> "";
            case LEFT -> " on what is left";
            case RUNNING -> " on the running basket";
        };
        return lane.name() + picks + sees;
    }

    private void tiers() {
        List<String> was = before.library().tiers();
        List<String> is = after.library().tiers();
        if (!was.equals(is)) {
            Said said = instead(new Said("tiers", "سطح‌ها"), was, is);
            changes.add(new Change(Kind.TIER_ORDER, "tiers/tiers.csv", "", said));
        }
    }

    private static Said instead(Said what, List<String> was, List<String> is) {
        return new Said(
                what.english() + ": " + String.join(", ", is) + " instead of " + String.join(", ", was),
                what.persian() + ": " + String.join("، ", is) + " به جای " + String.join("، ", was));
    }

    /** Files that differ though nothing they say does. */
    private void texts() {
        Set<String> paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        Set<String> told = changes.stream().map(Change::file).collect(Collectors.toSet());
        for (String path : paths) {
            byte[] was = before.files().get(path);
            byte[] is = after.files().get(path);
            if (!Arrays.equals(was, is) && !told.contains(path)) {
                changes.add(new Change(Kind.TEXT, path, "", text(path, was == null, is == null)));
            }
        }
    }

    private static Said text(String path, boolean added, boolean removed) {
        String verb = added ? " is new" : removed ? " is gone" : " has other words or another order";
        String fa = added ? " تازه است" : removed ? " حذف شد" : " واژه‌ها یا ترتیب دیگری دارد";
        boolean examples = Objects.requireNonNull(path).endsWith(".scenarios.yaml");
        return new Said(
                path + verb + (examples ? ": examples only" : ": nothing is decided differently"),
                path + fa + (examples ? ": فقط مثال‌ها" : ": هیچ تصمیمی عوض نمی‌شود"));
    }
}
