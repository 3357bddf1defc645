package io.pelleh.engine.facts;

import org.jspecify.annotations.Nullable;

/** What one condition is read from: a customer, perhaps with a basket, perhaps with one product of it. */
public interface Situation {

    Customer customer();

    default @Nullable Basket basket() {
        return null;
    }

    default @Nullable Item item() {
        return null;
    }
}
