package io.pelleh.rules.reading;

/** A part of a rule cannot be read; becomes a {@link Problem} where the place is known. */
final class Wrong extends RuntimeException {

    private final String hint;

    Wrong(String reason, String hint) {
        super(reason);
        this.hint = hint;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String hint() {
        return hint;
    }
}
