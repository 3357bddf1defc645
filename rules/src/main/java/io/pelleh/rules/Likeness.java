package io.pelleh.rules;

import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.rules.reading.DrlWriter;
import io.pelleh.rules.reading.Library;
import io.pelleh.rules.reading.WrittenRule;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where two sets of rules cannot but find the same, because what is written is the same, rule by rule and in order.
 *
 * @param stages stages whose rules are all the same
 * @param withoutBasket nothing at all differs where there is no basket
 */
public record Likeness(Set<Stage> stages, boolean withoutBasket) {

    public static final Likeness NONE = new Likeness(Set.of(), false);

    public Likeness {
        stages = Set.copyOf(stages);
    }

    /** Compares two releases; both must have been compiled as the same release. */
    public static Likeness of(ZoneId zone, Map<String, byte[]> one, Map<String, byte[]> other) {
        Library a = Library.read(0, zone, one);
        Library b = Library.read(0, zone, other);
        boolean orders = a.lanes().equals(b.lanes())
                && a.tiers().equals(b.tiers())
                && a.safeguards().equals(b.safeguards())
                && a.campaigns().equals(b.campaigns());
        Set<Stage> same = EnumSet.noneOf(Stage.class);
        for (Stage stage : orders ? Stage.values() : new Stage[0]) {
            if (written(a, stage, true).equals(written(b, stage, true))) {
                same.add(stage);
            }
        }
        boolean bare = orders
                && same.containsAll(EnumSet.complementOf(EnumSet.of(Stage.PROMOTIONS)))
                && written(a, Stage.PROMOTIONS, false).equals(written(b, Stage.PROMOTIONS, false));
        return new Likeness(same, bare);
    }

    /** The same, less what only the rules as a whole say: when time changes their mind, and what they remember. */
    public Likeness in(RuleSet one, RuleSet other) {
        boolean alike = one.release() == other.release()
                && one.thresholds().equals(other.thresholds())
                && one.watchedSkus().equals(other.watchedSkus());
        return alike ? this : new Likeness(stages, false);
    }

    private static List<List<Object>> written(Library library, Stage stage, boolean all) {
        return library.rules().stream()
                .filter(rule -> rule.stage() == stage && (all || !rule.needsBasket()))
                .map(Likeness::written)
                .toList();
    }

    private static List<Object> written(WrittenRule rule) {
        return List.of(
                rule.rule(),
                rule.about(),
                rule.when().stream().map(DrlWriter::clause).toList(),
                rule.asks(),
                rule.validity());
    }
}
