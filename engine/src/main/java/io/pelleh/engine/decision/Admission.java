package io.pelleh.engine.decision;

import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.Refusal.Code;
import java.util.Optional;

/** Says which promotions may compete at all, before anything is worked out. */
final class Admission {

    private final Question question;
    private final boolean basket;

    Admission(Question question, boolean basket) {
        this.question = question;
        this.basket = basket;
    }

    /** Whether this event may bring what is asked for. */
    boolean mayBring(Ask ask) {
        return switch (ask) {
            case Ask.PercentOff p -> discounts();
            case Ask.AmountOff p -> discounts();
            case Ask.PriceEach p -> discounts();
            case Ask.PriceForPieces p -> discounts();
            case Ask.SomeOff p -> discounts();
            case Ask.BuyGet p -> discounts();
            case Ask.Bundle p -> discounts();
            case Ask.FreeShipping f -> discounts();
            case Ask.Gift g -> discounts();
            case Ask.PointsPer p -> basket && earns();
            case Ask.Points p -> earns();
            case Ask.Upsell u -> offers();
            case Ask.CrossSell c -> offers();
            case Ask.WinBack w -> offers();
            case Ask.Message m -> offers();
            case Ask.Score s -> false;
            case Ask.Segment s -> false;
            case Ask.Place p -> false;
            case Ask.Tier t -> false;
        };
    }

    private boolean discounts() {
        return basket && question.giving() == Giving.ALL;
    }

    private boolean earns() {
        return question.giving() == Giving.ALL
                || question.giving() == Giving.AFTER_SALE
                || question.giving() == Giving.POINTS;
    }

    private boolean offers() {
        return question.giving() != Giving.NOTHING && question.giving() != Giving.POINTS;
    }

    /** Why a promotion may not compete, if it may not. */
    Optional<Code> refused(Candidate candidate) {
        Rule rule = candidate.rule();
        if (question.guest() && (rule.limits().perCustomerCounted() || candidate.earnsPoints())) {
            return Optional.of(Code.PROFILE_REQUIRED);
        }
        if (question.inputs().exhausted().contains(rule.id())
                || used(rule) >= rule.limits().perCustomer()) {
            return Optional.of(Code.LIMIT_REACHED);
        }
        return Optional.empty();
    }

    private long used(Rule rule) {
        return question.before().uses().getOrDefault(rule.id(), 0);
    }
}
