package io.pelleh.rules.text;

/** A part of a rule cannot be read; becomes a problem of its file where the place is known. */
public final class Wrong extends RuntimeException {

    private final String hint;
    private final String spot;

    public Wrong(String reason, String hint) {
        this(reason, hint, "");
    }

    /** @param spot cell or JSON pointer of it, or empty when whoever catches it knows better */
    public Wrong(String reason, String hint, String spot) {
        super(reason);
        this.hint = hint;
        this.spot = spot;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return hint;
    }

    public String spot() {
        return spot;
    }

    /** The same at a spot, unless it has one. */
    public Wrong at(String place) {
        return spot.isEmpty() ? new Wrong(reason(), hint, place) : this;
    }
}
