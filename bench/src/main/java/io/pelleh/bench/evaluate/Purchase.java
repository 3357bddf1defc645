package io.pelleh.bench.evaluate;

import io.pelleh.engine.facts.Item;

/** A line of a basket and who buys it, as one flat fact with the getters that Evrete asks for. */
public record Purchase(Item item, Shopper shopper) {

    public String getCategory() {
        return item.getCategory();
    }

    public long getQuantity() {
        return item.getQuantity();
    }

    public String getTier() {
        return shopper.tier();
    }

    public String getSegment() {
        return shopper.segment();
    }

    public long getTotal() {
        return shopper.total();
    }

    public long getRecencyDays() {
        return shopper.recencyDays();
    }
}
