package io.pelleh.engine.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The codes that one decision hands out: one of each batch for each promotion. */
final class CouponsIssued {

    private final Question question;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<String> had = new HashSet<>();

    CouponsIssued(Question question) {
        this.question = question;
    }

    /** What a promotion brings by asking for a code; nothing where its batch gives none, or it had one already. */
    Optional<Effect> of(Candidate winner, Ask.IssueCoupon asked) {
        String promotion = winner.rule().id();
        Instant until = question.now().plus(Duration.ofDays(asked.days()));
        if (!had.add(promotion + "\n" + asked.batch())) {
            return Optional.empty();
        }
        Optional<CouponMade> made = question.inputs().made().stream()
                .filter(one -> one.promotion().equals(promotion) && one.batch().equals(asked.batch()))
                .findFirst();
        if (made.isEmpty()) {
            return Optional.of(effect(asked, "", until));
        }
        String code = made.get().code();
        if (code == null) {
            refusals.add(Refusals.of(winner, Refusal.Code.COUPON_NOT_ISSUED, asked.batch()));
            return Optional.empty();
        }
        Instant end = made.get().until();
        return Optional.of(effect(asked, code, end.isBefore(until) ? end : until));
    }

    private Effect effect(Ask.IssueCoupon asked, String code, Instant until) {
        return new Effect.CouponIssued(
                asked.batch(), code, until, question.rules().opens(asked.batch()));
    }

    /** Promotions whose batch gives no code. */
    List<Refusal> refusals() {
        return refusals;
    }
}
