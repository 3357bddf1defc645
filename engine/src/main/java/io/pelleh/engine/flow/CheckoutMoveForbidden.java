package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutState;

/** Thrown when a checkout cannot go from where it is to where the request wants it. */
public final class CheckoutMoveForbidden extends RuntimeException {

    private final CheckoutState from;
    private final CheckoutState to;

    public CheckoutMoveForbidden(CheckoutId checkout, CheckoutState from, CheckoutState to) {
        super("checkout " + checkout + " is " + from + " and cannot become " + to);
        this.from = from;
        this.to = to;
    }

    public CheckoutState from() {
        return from;
    }

    public CheckoutState to() {
        return to;
    }
}
