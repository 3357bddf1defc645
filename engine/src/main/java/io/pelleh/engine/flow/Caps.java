package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.decision.Decider;
import io.pelleh.engine.decision.Decider.Decided;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Exposure;
import io.pelleh.engine.program.ProgramId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps what somebody was shown often enough from being shown in one more basket. */
final class Caps {

    private static final int MAX_REFUSED = 50;

    private Caps() {}

    /** In how many baskets something was shown. */
    @FunctionalInterface
    interface Shown {

        /** @param own what was shown in this checkout is left out, or null */
        Map<Counter, Long> of(ProgramId program, Set<Counter> counters, @Nullable CheckoutId own);
    }

    /** Decides about an event that happened. */
    static Settled settle(Shown shown, Question asked) {
        Question question = asked;
        for (int refused = 0; refused < MAX_REFUSED; refused++) {
            Decided decided = Decider.decide(question);
            Set<String> reached = reached(shown, question, decided.decision());
            if (reached.isEmpty()) {
                return new Settled(question.inputs(), decided);
            }
            question = question.without(question.inputs().without(reached));
        }
        return new Settled(question.inputs(), Decider.decide(question));
    }

    /** Promotions that a decision shows, though they were shown in other baskets as often as they may be. */
    static Set<String> reached(Shown shown, Question question, Decision decision) {
        List<Exposure> exposures = Decider.exposures(question, decision);
        if (exposures.isEmpty()) {
            return Set.of();
        }
        Set<Counter> counters = exposures.stream().map(Exposure::counter).collect(Collectors.toSet());
        Map<Counter, Long> others = shown.of(
                question.program().id(), counters, question.event().happening().checkout());
        return exposures.stream()
                .filter(exposure -> others.getOrDefault(exposure.counter(), 0L) >= exposure.most())
                .map(Exposure::promotion)
                .collect(Collectors.toSet());
    }
}
