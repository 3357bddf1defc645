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

/**
 * Decides which promotions win. Inside a lane they compete in the way the lane says; lanes stack in order, and each sees
 * the basket as the lane before left it. The algorithm with numbered examples stands in docs/promotions.md.
 */
final class Resolver {

    private static final Comparator<Candidate> BEST = Comparator.comparingLong(Candidate::moneyOff)
            .thenComparingLong(Candidate::points)
            .thenComparingInt(c -> c.rule().priority())
            .reversed()
            .thenComparing(c -> c.rule().id());
    private static final Comparator<Candidate> FIRST = Comparator.comparingInt(
                    (Candidate c) -> c.rule().priority())
            .reversed()
            .thenComparing(c -> c.rule().id());

    private final Question question;
    private final Admission admission;
    private final Set<String> passedOver;
    private final Goods opening;
    private final List<Candidate> winners = new ArrayList<>();
    private final Refusals refusals;
    private final CouponsGiven given;
    private final Set<String> proposed = new LinkedHashSet<>();
    private Situation situation;
    private List<Proposal> proposals;
    private long allowance;
    private boolean approximate;

    /** @param passedOver promotions that are left out because they had their turn */
    Resolver(Question question, Situation situation, Set<String> passedOver) {
        this.question = question;
        this.passedOver = passedOver;
        this.admission = new Admission(question, situation);
        Basket basket = situation.basket();
        Safeguards safeguards = question.rules().safeguards();
        this.opening = basket == null ? Goods.NONE : safeguards.floored(basket.goods());
        this.situation = basket == null || !safeguards.floors() ? situation : basket.with(opening);
        this.allowance = safeguards.allowance(opening);
        this.given = new CouponsGiven(question);
        this.refusals = new Refusals(question, given);
        this.proposals = question.rules().evaluate(Stage.PROMOTIONS, this.situation);
    }

    Resolution resolve() {
        exclusive();
        boolean idle = proposals.isEmpty() && situation.basket() == null;
        for (Lane lane : idle ? List.<Lane>of() : question.rules().lanes()) {
            refusals.seen(lane.name(), situation.basket());
            switch (lane.picks()) {
                case BEST -> single(admitted(candidates(lane)), BEST, Code.GAVE_LESS);
                case FIRST -> single(admitted(candidates(lane)), FIRST, Code.EXCLUDED);
                case EVERY -> every(lane);
                case COMBINATION -> combination(admitted(candidates(lane)));
                case CAMPAIGN -> campaign(lane);
            }
        }
        refusals.coupons(opening.coupons(), winners);
        return new Resolution(winners, refusals.all(), goods(), proposed, admission.arms(), approximate);
    }

    private Bounds bounds() {
        return new Bounds(
                opening.shipping(), allowance, question.program().currency().rounding());
    }

    private Goods goods() {
        Basket basket = situation.basket();
        return basket == null ? Goods.NONE : basket.goods();
    }

    /** Of the exclusive promotions that give something, the one with the highest priority keeps all others out. */
    private void exclusive() {
        Map<String, Candidate> byRule = new LinkedHashMap<>();
        for (Proposal proposal : proposals) {
            if (proposal.rule().terms().exclusive()
                    && !passedOver.contains(proposal.rule().id())) {
                add(byRule, proposal);
            }
        }
        byRule.values().stream()
                .filter(candidate -> refused(candidate).isEmpty() && candidate.moneyOff() > 0)
                .min(FIRST)
                .ifPresent(candidate -> refusals.onlyFor(candidate.rule()));
    }

    private List<Candidate> candidates(Lane lane) {
        Map<String, Candidate> byRule = new LinkedHashMap<>();
        for (Proposal proposal : proposals) {
            Rule rule = proposal.rule();
            if (rule.lane().equals(lane.name()) && !passedOver.contains(rule.id())) {
                proposed.add(rule.id());
                add(byRule, proposal);
            }
        }
        return List.copyOf(byRule.values());
    }

    private void add(Map<String, Candidate> byRule, Proposal proposal) {
        if (admission.mayBring(proposal.ask()) && admission.running(proposal.rule())) {
            byRule.computeIfAbsent(proposal.rule().id(), id -> new Candidate(given.redeeming(proposal.rule())))
                    .add(proposal);
        }
    }

    private List<Candidate> admitted(List<Candidate> candidates) {
        List<Candidate> admitted = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            if (refusals.none(refused(candidate))) {
                admitted.add(candidate);
            }
        }
        return admitted;
    }

    /** Values a promotion on the basket as it stands; says why it may not compete. */
    private Optional<Refusal> refused(Candidate candidate) {
        Optional<Refusal> no =
                admission.refused(candidate).map(why -> Refusals.of(candidate, why.code(), why.detail()));
        if (no.isPresent()) {
            return no;
        }
        if (situation.basket() == null) {
            candidate.value();
        } else {
            List<Condition.Seen> missing = candidate.missing(goods());
            if (!missing.isEmpty()) {
                return Optional.of(Refusals.notMet(candidate, missing));
            }
            candidate.value(goods(), bounds());
        }
        Optional<Refusal> kept = refusals.keptOut(candidate, winners);
        return kept.isPresent() || !candidate.empty()
                ? kept
                : Optional.of(Refusals.of(candidate, Code.NOTHING_TO_DISCOUNT, ""));
    }

    private void single(List<Candidate> admitted, Comparator<Candidate> by, Code otherwise) {
        Optional<Candidate> best = admitted.stream().min(by);
        for (Candidate candidate : admitted) {
            if (candidate != best.orElseThrow()) {
                refusals.add(Refusals.of(candidate, otherwise, best.get().rule().id()));
            }
        }
        best.ifPresent(winner -> grant(List.of(winner)));
    }

    private void every(Lane lane) {
        List<Candidate> held = candidates(lane);
        if (lane.running()) {
            oneByOne(lane, held);
        } else {
            together(admitted(held), lane.sees());
        }
    }

    private void together(List<Candidate> candidates, Lane.Sees sees) {
        Together together = together(sees);
        candidates.stream().sorted(FIRST).forEach(together::add);
        give(together);
    }

    private Together together(Lane.Sees sees) {
        return new Together(refusals, sees, situation.basket() == null ? null : goods(), bounds());
    }

    private void campaign(Lane lane) {
        List<Candidate> inTurn =
                admitted(candidates(lane)).stream().sorted(FIRST).toList();
        give(Together.bestCampaign(inTurn, () -> together(lane.sees())));
    }

    private void give(Together together) {
        together.refused().forEach(refusals::add);
        grant(together.granted());
    }

    /** Each is judged and valued on the basket as the one before left it. */
    private void oneByOne(Lane lane, List<Candidate> held) {
        Set<String> had = new LinkedHashSet<>();
        Optional<Candidate> next = held.stream().min(FIRST);
        while (next.isPresent()) {
            Candidate candidate = next.get();
            had.add(candidate.rule().id());
            if (refusals.none(refused(candidate))) {
                grant(List.of(candidate));
            }
            next = candidates(lane).stream()
                    .filter(other -> !had.contains(other.rule().id()))
                    .min(FIRST);
        }
        held.stream()
                .filter(candidate -> !had.contains(candidate.rule().id()))
                .forEach(candidate -> refusals.add(Refusals.of(candidate, Code.CONDITIONS_NOT_MET, "")));
    }

    /** What takes no money off takes no part in the search: it comes along where nothing keeps it out. */
    private void combination(List<Candidate> admitted) {
        List<Candidate> money = admitted.stream().filter(c -> c.moneyOff() > 0).toList();
        Combination search = new Combination(money, goods(), allowance);
        List<Candidate> best = search.best();
        approximate |= search.approximate();
        for (Candidate candidate : money) {
            if (!best.contains(candidate)) {
                refusals.add(Refusals.of(candidate, Code.GAVE_LESS, inTheWay(candidate, best)));
            }
        }
        List<Candidate> all = new ArrayList<>(best);
        admitted.stream().filter(c -> c.moneyOff() == 0).forEach(all::add);
        together(all, Lane.Sees.OPENING);
    }

    private static String inTheWay(Candidate candidate, List<Candidate> best) {
        return best.stream()
                .filter(candidate::excludes)
                .map(other -> other.rule().id())
                .findFirst()
                .orElse("");
    }

    private void grant(List<Candidate> granted) {
        winners.addAll(granted);
        Basket basket = situation.basket();
        if (basket == null || granted.stream().noneMatch(winner -> winner.moneyOff() > 0)) {
            return;
        }
        Goods left = basket.goods();
        for (Candidate winner : granted) {
            left = left.less(winner.lines(), winner.shipping());
            allowance -= winner.discount();
        }
        situation = basket.with(left);
        proposals = question.rules().evaluate(Stage.PROMOTIONS, situation);
    }
}
