package io.pelleh.api.conformance;

/** A case that asks for a policy we document otherwise, or for something no rule can say. */
final class NotApplicable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotApplicable(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
