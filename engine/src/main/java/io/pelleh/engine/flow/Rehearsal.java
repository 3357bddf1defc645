package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.OrderChange;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Decider;
import io.pelleh.engine.decision.Decider.Decided;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.RuleSets;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What would have happened to one customer, or to guests, under rules of choice: decided again by the code of the live
 * flow, and nothing is written anywhere.
 */
public final class Rehearsal {

    private final Setting setting;
    private final Passage passage;
    private final Map<String, OrderOnFile> orders = new HashMap<>();
    private CustomerState state;

    /**
     * What holds throughout.
     *
     * @param guest nobody known: the state never changes and no time passes
     * @param counting what may be used up
     * @param dues what time alone may bring
     */
    public record Setting(Program program, RuleSet rules, boolean guest, Counting counting, Giving dues) {}

    public Rehearsal(Setting setting, CustomerState start) {
        this.setting = setting;
        this.passage = Passage.of(setting.program(), new Always(setting.rules()), setting.dues())
                .within(setting.counting());
        this.state = start;
    }

    /** One release whatever the day. */
    private record Always(RuleSet rules) implements RuleSets {

        @Override
        public RuleSet inForce(ProgramId program) {
            return rules;
        }

        @Override
        public RuleSet inForceAt(ProgramId program, Instant at) {
            return rules;
        }
    }

    /** What the shop's live flow would let an event bring its customer. */
    public static Giving giving(Program program, Event event, Instant now) {
        return Gift.of(program, event, now);
    }

    /** Applies the dues up to an instant; the decisions at those that changed something, oldest first. */
    public List<Decision> pass(Instant until) {
        if (setting.guest() || state.version() == 0) {
            return List.of();
        }
        Passage.Passed passed = passage.until(state, until);
        state = passed.state();
        return passed.steps().stream().map(Commit.Step::decision).toList();
    }

    /**
     * Lets an event happen; the dues before it must have passed.
     *
     * @param recorded what the shop's own decision read: the order from before the rehearsal, and what was sold of what
     *     comes back
     */
    public Decided happen(Event event, Inputs recorded, Instant now, Giving giving) {
        Decided decided = Counted.decide(question(event, recorded, now, giving), setting.counting())
                .decided();
        follow(decided);
        return decided;
    }

    /** What the basket of an event would bring by itself; nothing changes and nothing is counted. */
    public Decision quote(Event event, Inputs recorded, Instant now, Giving giving) {
        return Decider.quote(question(event, recorded, now, giving));
    }

    private Question question(Event event, Inputs recorded, Instant now, Giving giving) {
        OrderOnFile order = onFile(event, recorded.order());
        Inputs inputs = new Inputs(order, Set.of(), recorded.sale(), recorded.coupons(), List.of());
        return new Question(setting.program(), state, setting.guest(), event, inputs, setting.rules(), now, giving);
    }

    /** Takes over what was decided for another rehearsal that stood exactly where this one stands. */
    public void follow(Decided decided) {
        OrderChange change = decided.order();
        if (change != null) {
            orders.put(change.after().orderId(), change.after());
        }
        if (!setting.guest()) {
            state = decided.decision().after();
        }
    }

    /** Goes on from a state. */
    public void turnTo(CustomerState next) {
        state = next;
    }

    /** The order an event speaks of, as it stands in this rehearsal, or null. */
    public @Nullable OrderOnFile onFile(Event event, @Nullable OrderOnFile recorded) {
        String order = event.happening().order();
        return order == null ? null : orders.getOrDefault(order, recorded);
    }

    public CustomerState state() {
        return state;
    }
}
