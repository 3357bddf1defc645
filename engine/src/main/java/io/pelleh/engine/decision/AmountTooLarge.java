package io.pelleh.engine.decision;

/** A sum of money, points or pieces would pass what can be counted; nothing was decided. */
public final class AmountTooLarge extends RuntimeException {

    AmountTooLarge(ArithmeticException cause) {
        super("a sum would pass what can be counted", cause);
    }
}
