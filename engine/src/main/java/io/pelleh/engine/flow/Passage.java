package io.pelleh.engine.flow;

import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.RuleSets;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Event.Origin;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening.TimePassed;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Time passing for one customer: each due at its own instant, oldest first. */
final class Passage {

    private static final int MAX_DUES = 20_000;

    private final Program program;
    private final RuleSets rules;
    private final Giving giving;
    private final Limits limits;

    private Passage(Program program, RuleSets rules, Giving giving, Limits limits) {
        this.program = program;
        this.rules = rules;
        this.giving = giving;
        this.limits = limits;
    }

    /** The state that was reached, and the dues that changed something on the way. */
    record Passed(CustomerState state, List<Commit.Step> steps) {}

    static Passage of(Program program, RuleSets rules, Giving giving) {
        return new Passage(program, rules, giving, Limits.of(Remainder.full()));
    }

    /** The same, with no more of some promotions than is left; what is granted is taken from it. */
    Passage within(Remainder left) {
        return new Passage(program, rules, giving, Limits.of(left));
    }

    /** The same, where others count. */
    Passage within(Counting counting) {
        return new Passage(program, rules, giving, new Limits(Set::of, counting));
    }

    /** The same, with codes for the coupons that are handed out. */
    Passage making(Handing.Maker maker) {
        return new Passage(program, rules, giving, new Limits(limits.exhausted(), limits.counting(), maker));
    }

    /** Which promotions are known to be used up, who counts what is granted, and who makes codes. */
    private record Limits(Supplier<Set<String>> exhausted, Counting counting, Handing.Maker maker) {

        Limits(Supplier<Set<String>> exhausted, Counting counting) {
            this(exhausted, counting, Handing.Maker.NONE);
        }

        static Limits of(Remainder left) {
            return new Limits(left::exhausted, decision -> {
                left.take(decision);
                return Set.of();
            });
        }
    }

    /** Applies every due at or before {@code now}. A due at which nothing changes leaves only a later due. */
    Passed until(CustomerState from, Instant now) {
        CustomerState state = from;
        List<Commit.Step> steps = new ArrayList<>();
        for (int dues = 0; !state.due().isAfter(now); dues++) {
            if (dues == MAX_DUES) {
                throw new IllegalStateException("customer " + from.id() + " has more than " + MAX_DUES + " dues");
            }
            Commit.Step step = reach(state);
            Decision decision = step.decision();
            if (changed(decision)) {
                steps.add(step);
                state = decision.after();
            } else {
                state = state.withFate(decision.after().fate());
            }
        }
        return placed(state, steps, now);
    }

    /** Who was last placed by rules that are no longer in force is placed again before anything else is decided. */
    private Passed placed(CustomerState state, List<Commit.Step> steps, Instant now) {
        RuleSet inForce = rules.inForceAt(program.id(), state.id().value(), now);
        if (state.version() == 0
                || state.fate().mergedInto() != null
                || state.standing().release() >= inForce.placedSince()) {
            return new Passed(state, steps);
        }
        Commit.Step step = reach(state, now.isBefore(state.decidedAt()) ? state.decidedAt() : now);
        Decision decision = step.decision();
        if (!changed(decision)) {
            CustomerState after = decision.after();
            return new Passed(state.withFate(after.fate()).withStanding(after.standing()), steps);
        }
        steps.add(step);
        return new Passed(decision.after(), steps);
    }

    private Commit.Step reach(CustomerState state) {
        return reach(state, state.due().isBefore(state.decidedAt()) ? state.decidedAt() : state.due());
    }

    private Commit.Step reach(CustomerState state, Instant at) {
        Event event = event(state, at);
        Inputs inputs = Inputs.of(null, limits.exhausted().get());
        RuleSet inForce = rules.inForceAt(program.id(), state.id().value(), at);
        Question question = new Question(program, state, false, event, inputs, inForce, at, giving);
        Counted counted = Counted.decide(question, limits.counting());
        Settled settled = Handing.handed(limits.maker(), question, new Settled(counted.inputs(), counted.decided()));
        return settled.step(event, List.of());
    }

    /** The version is part of the id: a due may be brought forward to an instant that was reached before. */
    private Event event(CustomerState state, Instant at) {
        return new Event(
                new EventId(program.id(), "time", state.id() + "#" + (state.version() + 1) + "@" + at),
                "time.passed",
                Subject.of(state.id()),
                at,
                Origin.INTERNAL,
                "",
                new TimePassed(at));
    }

    private static boolean changed(Decision decision) {
        return !decision.changes().isEmpty()
                || !decision.ledger().isEmpty()
                || !decision.granted().isEmpty();
    }
}
