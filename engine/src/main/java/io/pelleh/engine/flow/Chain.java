package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.OrderChange;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Decider;
import io.pelleh.engine.decision.Decider.Decided;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.RuleSets;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening.ContactIdentified;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The past of one customer, or of guests, as it is worked out step by step: each sees what the one before left. */
final class Chain {

    private final Program program;
    private final RuleSets rules;
    private final Passage passage;
    private final Remainder remainder;
    private final boolean guest;
    private final Giving giving;
    private final Map<String, OrderOnFile> orders = new HashMap<>();
    private final List<Commit.Step> steps = new ArrayList<>();
    private CustomerState state;

    /** What holds for every step. */
    record Setting(Program program, RuleSets rules, boolean guest, Giving giving, Handing.Maker maker) {}

    Chain(Setting setting, Remainder remainder, CustomerState before) {
        this.program = setting.program();
        this.rules = setting.rules();
        this.guest = setting.guest();
        this.giving = setting.giving();
        this.passage = Passage.of(program, rules, giving == Giving.AFTER_SALE ? giving : Giving.NOTHING)
                .within(remainder)
                .making(setting.maker());
        this.remainder = remainder;
        this.state = before;
    }

    void knowing(Map<String, OrderOnFile> onFile) {
        orders.putAll(onFile);
    }

    /** The order an event speaks of, as the steps so far left it, or null. */
    @Nullable
    OrderOnFile onFile(Event event) {
        String order = event.happening().order();
        return order == null ? null : orders.get(order);
    }

    /** Adds an event at its own instant, after the dues that came before it. */
    void add(Event event) {
        Instant now = event.occurredAt().isBefore(state.decidedAt()) && !guest ? state.decidedAt() : event.occurredAt();
        catchUp(now);
        Inputs inputs = Inputs.of(onFile(event), remainder.exhausted());
        RuleSet inForce = inForce(event, now);
        Decided decided = Decider.decide(new Question(program, state, guest, event, inputs, inForce, now, giving));
        steps.add(new Commit.Step(
                inForce.declared().kept(event), inputs, decided.decision(), decided.order(), List.of()));
        remainder.take(decided.decision());
        OrderChange change = decided.order();
        if (change != null) {
            orders.put(change.after().orderId(), change.after());
        }
        if (!guest) {
            state = decided.decision().after();
        }
    }

    /** The rules of then, which are told about a contact what those of today declare. */
    private RuleSet inForce(Event event, Instant now) {
        String unit = guest ? event.unit() : state.id().value();
        RuleSet then = rules.inForceAt(program.id(), unit, now);
        return event.happening() instanceof ContactIdentified
                ? new ToldToday(then, rules.inForce(program.id(), unit).declared())
                : then;
    }

    /** Applies the dues up to an instant. */
    void catchUp(Instant now) {
        if (!guest && state.version() > 0) {
            Passage.Passed passed = passage.until(state, now);
            steps.addAll(passed.steps());
            state = passed.state();
        }
    }

    List<Commit.Step> steps() {
        return steps;
    }

    CustomerState state() {
        return state;
    }
}
