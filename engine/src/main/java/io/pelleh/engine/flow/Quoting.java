package io.pelleh.engine.flow;

import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.Decider;
import io.pelleh.engine.decision.Decider.Offered;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Prospect;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.program.ProgramId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides about a basket that is only shown, and promises nothing that is used up. */
final class Quoting {

    private static final int MAX_REFUSED = 50;

    private Quoting() {}

    /** How much was taken from counters. */
    @FunctionalInterface
    interface Used {
        Map<Counter, Long> of(ProgramId program, Set<Counter> counters);
    }

    /** What was used up and shown so far, and who would make codes. */
    record Counts(Used used, Caps.Shown shown, Handing.Maker maker) {

        static Counts of(Journal journal) {
            return new Counts(journal::used, journal::shown, journal::make);
        }
    }

    static Decision decide(Counts counts, Question asked) {
        Question question = asked;
        for (int refused = 0; refused < MAX_REFUSED; refused++) {
            Decision decision = Handing.quote(counts.maker(), question);
            Set<String> spent = new HashSet<>(spent(counts.used(), question, decision));
            spent.addAll(Caps.reached(counts.shown(), question, decision));
            if (spent.isEmpty()) {
                return decision;
            }
            question = question.without(question.inputs().without(spent));
        }
        return Handing.quote(counts.maker(), question);
    }

    /** What a customer may get with some basket: what is used up is left out. */
    static List<Prospect> prospects(Used counts, Question question) {
        List<Offered> all = Decider.offered(question);
        Set<Counter> counters = all.stream()
                .flatMap(offered -> offered.draws().stream())
                .map(Draw::counter)
                .collect(Collectors.toSet());
        Map<Counter, Long> used =
                counters.isEmpty() ? Map.of() : counts.of(question.program().id(), counters);
        return all.stream()
                .filter(offered ->
                        offered.draws().stream().noneMatch(draw -> draw.exceeds(used.getOrDefault(draw.counter(), 0L))))
                .map(Offered::prospect)
                .toList();
    }

    /**
     * Most baskets are promised nothing that is limited, and nothing is read for them. Uses of codes were looked at with the
     * codes.
     */
    private static Set<String> spent(Used counts, Question question, Decision decision) {
        List<Draw> draws = decision.draws().stream()
                .filter(draw -> draw.bounded() && !CouponOnFile.counted(draw))
                .toList();
        if (draws.isEmpty()) {
            return Set.of();
        }
        Set<Counter> counters = draws.stream().map(Draw::counter).collect(Collectors.toSet());
        Map<Counter, Long> used = new HashMap<>(counts.of(question.program().id(), counters));
        Set<String> spent = new HashSet<>();
        for (Draw draw : draws) {
            if (draw.exceeds(used.getOrDefault(draw.counter(), 0L))) {
                spent.add(draw.promotion());
            } else {
                used.merge(draw.counter(), draw.amount(), Math::addExact);
            }
        }
        return spent;
    }
}
