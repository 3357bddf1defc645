package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Goods;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the lanes gave.
 *
 * @param winners in the order in which they were given
 * @param left the goods after every discount
 * @param proposed ids of all promotions whose conditions held
 * @param arms sides of this customer in campaigns that hold somebody out, by name
 * @param approximate a lane had too many promotions to find the best combination for certain
 */
record Resolution(
        List<Candidate> winners,
        List<Refusal> refusals,
        Goods left,
        Set<String> proposed,
        Map<String, String> arms,
        boolean approximate) {

    static final Resolution NOTHING = new Resolution(List.of(), List.of(), Goods.NONE, Set.of(), Map.of(), false);

    Resolution {
        winners = List.copyOf(winners);
        refusals = List.copyOf(refusals);
        proposed = Set.copyOf(proposed);
        arms = Map.copyOf(arms);
    }

    /** The same, saying nothing against codes that were redeemed otherwise. */
    Resolution redeemed(Set<String> codes) {
        List<Refusal> others = refusals.stream()
                .filter(refusal -> !codes.contains(refusal.coupon()))
                .toList();
        return new Resolution(winners, others, left, proposed, arms, approximate);
    }

    long discount() {
        return winners.stream().mapToLong(Candidate::discount).sum();
    }

    long shippingDiscount() {
        return winners.stream().mapToLong(Candidate::shipping).sum();
    }
}
