package io.pelleh.api.backtest;

import io.pelleh.engine.decision.ForwardingRuleSet;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.Likeness;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two sets of rules of which the second does not look again where it cannot but find what the first has just found: the
 * rules are written the same, and they look at the same. For one thread.
 */
final class Twins {

    private final RuleSet first;
    private final RuleSet second;
    private final Likeness likeness;
    private final Map<Stage, Found> last = new EnumMap<>(Stage.class);

    Twins(RuleSet first, RuleSet second, Likeness likeness) {
        this.likeness = likeness.in(first, second);
        this.first = new View(first, true);
        this.second = new View(second, false);
    }

    private record Found(Situation seen, List<Proposal> proposals) {}

    RuleSet first() {
        return first;
    }

    RuleSet second() {
        return second;
    }

    /** Whether they decide the same about whoever stands the same, unless there is a basket. */
    boolean alikeWithoutBasket() {
        return likeness.withoutBasket();
    }

    private boolean alike(Stage stage) {
        return likeness.stages().contains(stage) || (stage == Stage.PROMOTIONS && likeness.withoutBasket());
    }

    private @Nullable List<Proposal> found(Stage stage, Situation situation) {
        Found found = alike(stage) && situation.basket() == null ? last.get(stage) : null;
        return found != null && found.seen().customer().like(situation.customer()) ? found.proposals() : null;
    }

    /** One of the two, as the engine sees it. */
    private final class View implements ForwardingRuleSet {

        private final RuleSet rules;
        private final boolean leads;

        View(RuleSet rules, boolean leads) {
            this.rules = rules;
            this.leads = leads;
        }

        @Override
        public RuleSet rules() {
            return rules;
        }

        @Override
        public List<Proposal> evaluate(Stage stage, Situation situation) {
            List<Proposal> known = leads ? null : found(stage, situation);
            if (known != null) {
                return known;
            }
            List<Proposal> proposals = rules.evaluate(stage, situation);
            if (leads && situation.basket() == null) {
                last.put(stage, new Found(situation, proposals));
            }
            return proposals;
        }
    }
}
