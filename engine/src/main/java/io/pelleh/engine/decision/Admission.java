package io.pelleh.engine.decision;

import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.campaign.Split;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.Refusal.Code;
import io.pelleh.engine.facts.Customer;
import io.pelleh.engine.facts.Situation;
import io.pelleh.engine.limit.Limit.Per;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says which promotions may compete at all, before anything is worked out. */
final class Admission {

    private final Question question;
    private final Customer customer;
    private final boolean basket;
    private final Map<String, String> arms = new TreeMap<>();

    Admission(Question question, Situation situation) {
        this.question = question;
        this.customer = situation.customer();
        this.basket = situation.basket() != null;
    }

    /** Why a promotion may not compete, and a word more about it. */
    record No(Code code, String detail) {

        No(Code code) {
            this(code, "");
        }
    }

    /** Whether the campaign of a promotion runs, if it belongs to one. */
    boolean running(Rule rule) {
        Campaign campaign = campaign(rule);
        return campaign == null || campaign.schedule().runs(question.now());
    }

    private @Nullable Campaign campaign(Rule rule) {
        return rule.campaign().isEmpty() ? null : question.rules().campaign(rule.campaign());
    }

    /** The campaigns of which not everybody gets the same, and on which side this customer is. */
    Map<String, String> arms() {
        return arms;
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
            case Ask.IssueCoupon i -> offers();
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
    Optional<No> refused(Candidate candidate) {
        Rule rule = candidate.rule();
        Optional<No> closed = closed(rule);
        return closed.isPresent() ? closed : spent(candidate).map(No::new);
    }

    /** Whether a promotion is open to this customer, whatever the basket. */
    boolean open(Rule rule) {
        return running(rule)
                && closed(rule).isEmpty()
                && !(question.guest() && rule.limits().perCustomerCounted())
                && used(rule) < rule.limits().perCustomer();
    }

    /** The end of the campaign of a promotion. */
    Instant end(Rule rule) {
        Campaign campaign = campaign(rule);
        return campaign == null ? Instant.MAX : campaign.schedule().until();
    }

    /** Until when the campaign of a promotion surely runs on. */
    Instant runsUntil(Rule rule) {
        Campaign campaign = campaign(rule);
        return campaign == null ? Instant.MAX : campaign.schedule().runsUntil(question.now());
    }

    /** What a switch, or its campaign, says about a promotion. */
    private Optional<No> closed(Rule rule) {
        if (question.rules().paused(rule)) {
            return Optional.of(new No(Code.PAUSED));
        }
        Campaign campaign = campaign(rule);
        if (campaign == null) {
            return Optional.empty();
        }
        Optional<String> lacks = campaign.audience().lacks(customer);
        if (lacks.isPresent()) {
            return Optional.of(new No(Code.NOT_IN_AUDIENCE, lacks.get()));
        }
        return campaign.split().any() ? onAnotherSide(campaign, rule) : Optional.empty();
    }

    private Optional<No> onAnotherSide(Campaign campaign, Rule rule) {
        String arm = arms.computeIfAbsent(campaign.name(), name -> arm(campaign));
        if (arm.equals(Split.HELD_OUT)) {
            return Optional.of(new No(Code.HELD_OUT));
        }
        return campaign.split().withholds(arm, rule.id()) ? Optional.of(new No(Code.OTHER_ARM, arm)) : Optional.empty();
    }

    private String arm(Campaign campaign) {
        String unit = question.guest()
                ? question.event().unit()
                : question.before().id().value();
        ProgramId program = question.program().id();
        return campaign.split()
                .arm(
                        Bucket.of(program, "hold-out-" + campaign.name(), unit),
                        Bucket.of(program, "arm-" + campaign.name(), unit));
    }

    private Optional<Code> spent(Candidate candidate) {
        Rule rule = candidate.rule();
        if (question.guest() && (rule.limits().perCustomerCounted() || candidate.isPersonal())) {
            return Optional.of(Code.PROFILE_REQUIRED);
        }
        Optional<Code> unknown = unknown(rule);
        if (unknown.isPresent()) {
            return unknown;
        }
        if (question.inputs().exhausted().contains(rule.id())
                || used(rule) >= rule.limits().perCustomer()) {
            return Optional.of(Code.LIMIT_REACHED);
        }
        return Optional.empty();
    }

    /** A limit that has a count for each of something counts nothing where that is not told. */
    private Optional<Code> unknown(Rule rule) {
        return rule.limits().shared().stream()
                .filter(limit -> Draws.key(question, rule, limit) == null)
                .map(limit -> limit.per() == Per.CUSTOMER ? Code.PROFILE_REQUIRED : Code.KEY_REQUIRED)
                .findFirst();
    }

    private long used(Rule rule) {
        return question.before().uses().getOrDefault(rule.id(), 0);
    }
}
