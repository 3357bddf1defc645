package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CouponCode;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.Decider;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.flow.CouponHolds.Hold;
import io.pelleh.engine.flow.Door.Opened;
import io.pelleh.engine.flow.Quoting.Counts;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides about the basket of an open checkout, and keeps for it the codes that brought something. */
final class Keeping {

    private static final int TRIES = 10;

    private final Journal journal;
    private final CheckoutId checkout;

    Keeping(Journal journal, CheckoutId checkout) {
        this.journal = journal;
        this.checkout = checkout;
    }

    /** Somebody else may take what is left of a code between reading and keeping it: then all is decided again. */
    Opened decide(Question asked, boolean held) {
        Question question = asked;
        for (int tries = 0; tries < TRIES; tries++) {
            Decision decision = Quoting.decide(Counts.of(journal), question);
            List<Hold> wanted = wanted(question, decision);
            if ((wanted.isEmpty() && !held) || journal.hold(holds(question, wanted))) {
                return new Opened(decision, !wanted.isEmpty(), Decider.exposures(question, decision));
            }
            question = question.without(
                    question.inputs().with(CodeLookup.of(journal, question.rules(), question.event(), question.now())));
        }
        throw new StillDeciding("the coupons of checkout " + checkout + " are in great demand; repeat the request");
    }

    private CouponHolds holds(Question question, List<Hold> wanted) {
        return new CouponHolds(question.program().id(), checkout, question.now(), wanted);
    }

    private static List<Hold> wanted(Question question, Decision decision) {
        if (question.inputs().coupons().isEmpty()) {
            return List.of();
        }
        Map<String, CouponOnFile> files = new HashMap<>();
        question.inputs().coupons().forEach(file -> files.put(file.code(), file));
        Set<Hold> wanted = new LinkedHashSet<>();
        for (Granted granted : decision.granted()) {
            Terms terms = granted.rule().terms();
            CouponOnFile file = terms.batches().isEmpty() ? null : files.get(CouponCode.normal(terms.coupon()));
            if (file != null && file.holdMinutes() > 0 && file.uses().most() != Long.MAX_VALUE) {
                Duration time = Duration.ofMinutes(file.holdMinutes());
                wanted.add(
                        new Hold(file.code(), file.uses().most(), question.now().plus(time)));
            }
        }
        return List.copyOf(wanted);
    }
}
