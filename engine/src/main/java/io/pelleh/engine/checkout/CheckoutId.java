package io.pelleh.engine.checkout;

/** The shop's id of a checkout; at most 128 characters. */
public record CheckoutId(String value) {

    private static final int MAX_LENGTH = 128;

    public CheckoutId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("checkout id must have 1-128 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
