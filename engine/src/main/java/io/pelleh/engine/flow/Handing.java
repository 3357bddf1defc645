package io.pelleh.engine.flow;

import io.pelleh.engine.decision.CouponMade;
import io.pelleh.engine.decision.Decider;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.flow.CouponsWanted.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides where coupons may be handed out: what wants a code is decided again, once the code is among its inputs. */
final class Handing {

    private Handing() {}

    /** Makes codes, or tells which batches would give one. */
    @FunctionalInterface
    interface Maker {

        /** Makes none: the coupons that are handed out stay without a code. */
        Maker NONE = wanted -> List.of();

        List<CouponMade> make(CouponsWanted wanted);
    }

    /** Decides about an event that happened; what was shown often enough is not shown again. */
    static Settled settle(Maker maker, Caps.Shown shown, Question question) {
        return handed(maker, question, Caps.settle(shown, question));
    }

    /** What was decided, once more where it hands out coupons. */
    static Settled handed(Maker maker, Question question, Settled first) {
        Question settled = question.without(first.inputs());
        return inputs(maker, settled, first.decision())
                .map(inputs -> new Settled(inputs, Decider.decide(question.without(inputs))))
                .orElse(first);
    }

    /** The same for a basket that is only shown. */
    static Decision quote(Maker maker, Question question) {
        Decision first = Decider.quote(question);
        return inputs(wanted -> maker.make(wanted.shown()), question, first)
                .map(inputs -> Decider.quote(question.without(inputs)))
                .orElse(first);
    }

    /** The inputs with codes, where some are wanted and made. */
    private static Optional<Inputs> inputs(Maker maker, Question question, Decision decision) {
        List<Wanted> wanted = new ArrayList<>();
        for (Granted granted : decision.granted()) {
            if (granted.effect() instanceof Effect.CouponIssued issued
                    && issued.code().isEmpty()) {
                wanted.add(new Wanted(granted.rule().id(), issued.batch()));
            }
        }
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<CouponMade> made = maker.make(new CouponsWanted(question.program().id(), wanted, question.now(), true));
        return made.isEmpty() ? Optional.empty() : Optional.of(question.inputs().making(made));
    }
}
