package io.pelleh.engine.decision;

import io.pelleh.engine.decision.Refusal.Code;
import io.pelleh.engine.facts.Basket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one decision refuses, and which promotions keep others out. */
final class Refusals {

    private final Question question;
    private final CouponsGiven given;
    private final List<Refusal> all = new ArrayList<>();
    private final Map<String, Basket> baskets = new HashMap<>();
    private @Nullable Rule only;

    Refusals(Question question, CouponsGiven given) {
        this.question = question;
        this.given = given;
    }

    static Refusal of(Candidate candidate, Code code, String detail) {
        Rule rule = candidate.rule();
        return new Refusal(rule, code, detail, rule.terms().coupon(), candidate.because(), null);
    }

    /** How much is missing is told where it is one thing. */
    static Refusal notMet(Candidate candidate, List<Lack> missing) {
        Rule rule = candidate.rule();
        Distance distance = missing.size() == 1 ? missing.getFirst().distance() : null;
        List<Condition.Seen> unmet = missing.stream().map(Lack::seen).toList();
        return new Refusal(rule, Code.CONDITIONS_NOT_MET, "", rule.terms().coupon(), unmet, distance);
    }

    /** From now on no other promotion takes money off. */
    void onlyFor(Rule exclusive) {
        only = exclusive;
    }

    /** The basket as a lane sees it. */
    void seen(String lane, @Nullable Basket basket) {
        if (basket != null) {
            baskets.put(lane, basket);
        }
    }

    void add(Refusal refusal) {
        all.add(refusal);
    }

    List<Refusal> all() {
        return all;
    }

    /** Keeps a refusal; says whether there is none. */
    boolean none(Optional<Refusal> refusal) {
        refusal.ifPresent(all::add);
        return refusal.isEmpty();
    }

    /** Whether an exclusive promotion, or one already given, keeps this one out. */
    Optional<Refusal> keptOut(Candidate candidate, List<Candidate> given) {
        Rule exclusive = only;
        if (exclusive != null && candidate.asksForMoney() && !together(exclusive, candidate.rule())) {
            return Optional.of(of(candidate, Code.EXCLUSIVE, exclusive.id()));
        }
        return given.stream()
                .filter(candidate::excludes)
                .findFirst()
                .map(other -> of(candidate, Code.EXCLUDED, other.rule().id()));
    }

    /** An exclusive promotion does not keep out what belongs to it: itself, and the rest of its campaign. */
    private static boolean together(Rule exclusive, Rule other) {
        return other.id().equals(exclusive.id())
                || (!exclusive.campaign().isEmpty() && other.campaign().equals(exclusive.campaign()));
    }

    /** Every code that was given and brought nothing is answered with a reason. */
    void coupons(List<String> codes, List<Candidate> winners) {
        for (String code : codes) {
            boolean told = all.stream().anyMatch(refusal -> refusal.coupon().equals(code))
                    || winners.stream().anyMatch(w -> w.rule().terms().coupon().equals(code));
            if (!told) {
                all.add(given.find(code)
                        .map(file -> ofBatch(code, file, winners))
                        .orElseGet(() -> coupon(code, question.rules().coupons(code))));
            }
        }
    }

    /** A code that stands in a batch: its own flaw, or what is with the promotions that ask for the batch. */
    private Refusal ofBatch(String code, CouponOnFile file, List<Candidate> winners) {
        List<Coupon> asking = question.rules().couponsOf(file.batch());
        Rule rule = asking.isEmpty() ? Rule.NONE : asking.getFirst().rule();
        Optional<Code> flaw = given.flaw(file);
        if (flaw.isPresent()) {
            return new Refusal(rule, flaw.get(), file.when(flaw.get()), code, List.of(), null);
        }
        Optional<Rule> instead = winners.stream()
                .map(Candidate::rule)
                .filter(winner -> winner.terms().batches().contains(file.batch()))
                .findFirst();
        if (instead.isPresent()) {
            return new Refusal(rule, Code.EXCLUDED, instead.get().id(), code, List.of(), null);
        }
        return asking.isEmpty()
                ? new Refusal(rule, Code.COUPON_NOT_IN_USE, "", code, List.of(), null)
                : coupon(code, asking);
    }

    private Refusal coupon(String code, List<Coupon> known) {
        Instant now = question.now();
        if (known.isEmpty()) {
            return new Refusal(Rule.NONE, Code.COUPON_NOT_FOUND, "", code, List.of(), null);
        }
        for (Coupon coupon : known) {
            if (!now.isBefore(coupon.from()) && now.isBefore(coupon.until())) {
                return notYet(coupon.rule(), code);
            }
        }
        Coupon last = known.getLast();
        Code why = now.isBefore(last.from()) ? Code.COUPON_NOT_YET_VALID : Code.COUPON_EXPIRED;
        return new Refusal(last.rule(), why, "", code, List.of(), null);
    }

    /** What a code's promotion lacks of the basket that its lane saw, where that is one condition. */
    private Refusal notYet(Rule rule, String code) {
        Basket seen = baskets.get(rule.lane());
        List<Near> near = seen == null
                ? List.of()
                : question.rules().near(seen, other -> other.id().equals(rule.id()), 1);
        return near.isEmpty()
                ? new Refusal(rule, Code.CONDITIONS_NOT_MET, "", code, List.of(), null)
                : new Refusal(
                        rule,
                        Code.CONDITIONS_NOT_MET,
                        "",
                        code,
                        List.of(near.getFirst().unmet()),
                        near.getFirst().distance());
    }
}
