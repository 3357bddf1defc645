package io.pelleh.bench.evaluate;

import io.pelleh.bench.promotion.Promotion;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Customer;

/** What promotions ask about customer and basket, read once. */
public record Shopper(String tier, String segment, long total, long recencyDays) {

    static Shopper of(Basket basket) {
        Customer customer = basket.customer();
        return new Shopper(customer.getTier(), customer.getSegment(), basket.getTotal(), customer.getRecencyDays());
    }

    boolean meets(Promotion promotion) {
        return total >= promotion.minTotal()
                && recencyDays <= promotion.maxRecencyDays()
                && (promotion.tier().isEmpty() || promotion.tier().equals(tier))
                && (promotion.segment().isEmpty() || promotion.segment().equals(segment));
    }
}
