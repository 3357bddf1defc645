package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.decision.Refusal.Code;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Situation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which promotions win: inside a lane the best single one, most money off first, then most points, then higher
 * priority, then the smaller id. Lanes stack in order, and each sees the basket as the lane before left it.
 */
final class Resolver {

    private static final Comparator<Candidate> BEST = Comparator.comparingLong(Candidate::moneyOff)
            .thenComparingLong(Candidate::points)
            .thenComparingInt(c -> c.rule().priority())
            .reversed()
            .thenComparing(c -> c.rule().id());

    private final Question question;
    private final Admission admission;
    private final Set<String> passedOver;
    private final List<Candidate> winners = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<String> proposed = new LinkedHashSet<>();
    private Situation situation;
    private List<Proposal> proposals;

    /** @param passedOver promotions that are left out because they had their turn */
    Resolver(Question question, Situation situation, Set<String> passedOver) {
        this.question = question;
        this.situation = situation;
        this.passedOver = passedOver;
        this.admission = new Admission(question, situation.basket() != null);
        this.proposals = question.rules().evaluate(Stage.PROMOTIONS, situation);
    }

    Resolution resolve() {
        for (String lane : question.rules().lanes()) {
            best(admitted(candidates(lane))).ifPresent(this::grant);
        }
        Basket basket = situation.basket();
        return new Resolution(winners, refusals, basket == null ? Goods.NONE : basket.goods(), proposed);
    }

    private List<Candidate> candidates(String lane) {
        Map<String, Candidate> byRule = new LinkedHashMap<>();
        for (Proposal proposal : proposals) {
            Rule rule = proposal.rule();
            if (!rule.lane().equals(lane) || passedOver.contains(rule.id())) {
                continue;
            }
            proposed.add(rule.id());
            if (admission.mayBring(proposal.ask())) {
                byRule.computeIfAbsent(rule.id(), id -> new Candidate(rule)).add(proposal);
            }
        }
        return List.copyOf(byRule.values());
    }

    private List<Candidate> admitted(List<Candidate> candidates) {
        List<Candidate> admitted = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            Code refused = refused(candidate);
            if (refused == null) {
                admitted.add(candidate);
            } else {
                refuse(candidate, refused, "");
            }
        }
        return admitted;
    }

    private @Nullable Code refused(Candidate candidate) {
        Optional<Code> code = admission.refused(candidate);
        if (code.isPresent()) {
            return code.get();
        }
        Basket basket = situation.basket();
        if (basket == null) {
            candidate.value();
        } else {
            candidate.value(basket);
        }
        return candidate.empty() ? Code.NOTHING_TO_DISCOUNT : null;
    }

    private Optional<Candidate> best(List<Candidate> admitted) {
        Optional<Candidate> best = admitted.stream().min(BEST);
        for (Candidate candidate : admitted) {
            if (candidate != best.orElseThrow()) {
                refuse(candidate, Code.GAVE_LESS, best.get().rule().id());
            }
        }
        return best;
    }

    private void grant(Candidate winner) {
        winners.add(winner);
        Basket basket = situation.basket();
        if (basket != null && winner.moneyOff() > 0) {
            situation = new Basket(basket.customer(), basket.goods().less(winner.lines(), winner.shipping()));
            proposals = question.rules().evaluate(Stage.PROMOTIONS, situation);
        }
    }

    private void refuse(Candidate candidate, Code code, String winner) {
        refusals.add(new Refusal(candidate.rule(), code, winner, candidate.because()));
    }
}
