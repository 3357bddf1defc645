package io.pelleh.engine.customer;

/** The shop's id of a customer, or {@code anon:…} while only an anonymous id is known; at most 128 characters. */
public record CustomerId(String value) implements Comparable<CustomerId> {

    private static final int MAX_LENGTH = 128;

    public CustomerId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("customer id must have 1-128 characters");
        }
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
