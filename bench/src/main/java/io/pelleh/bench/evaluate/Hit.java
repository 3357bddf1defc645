package io.pelleh.bench.evaluate;

import io.pelleh.bench.promotion.Promotion;
import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.facts.Item;
import java.util.Objects;

/** A promotion that holds for a line: what every candidate has to find. */
record Hit(int promotion, int line, int basisPoints) implements Comparable<Hit> {

    static Hit of(Promotion promotion, Item item) {
        return new Hit(promotion.number(), item.index(), 100 * promotion.percent());
    }

    static Hit of(Proposal proposal) {
        Item item = Objects.requireNonNull(proposal.matched().item());
        Ask.PercentOff off = (Ask.PercentOff) proposal.ask();
        return new Hit(Promotion.numberOf(proposal.rule().id()), item.index(), off.basisPoints());
    }

    @Override
    public int compareTo(Hit other) {
        int byPromotion = Integer.compare(promotion, other.promotion);
        return byPromotion == 0 ? Integer.compare(line, other.line) : byPromotion;
    }
}
