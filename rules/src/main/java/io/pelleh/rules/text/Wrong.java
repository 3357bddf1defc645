package io.pelleh.rules.text;

/** A part of a rule cannot be read; becomes a problem of its file where the place is known. */
public final class Wrong extends RuntimeException {

    private static final int UNKNOWN = -1;

    private final String hint;
    private final String spot;
    private final int line;

    public Wrong(String reason, String hint) {
        this(reason, hint, "");
    }

    /** @param line of the text that was read, from 0 */
    public Wrong(String reason, String hint, int line) {
        super(reason);
        this.hint = hint;
        this.spot = "";
        this.line = line;
    }

    /** @param spot cell or JSON pointer of it, or empty when whoever catches it knows better */
    public Wrong(String reason, String hint, String spot) {
        super(reason);
        this.hint = hint;
        this.spot = spot;
        this.line = UNKNOWN;
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

    /** The line it is on, or {@code otherwise} when nobody said. */
    public int line(int otherwise) {
        return line == UNKNOWN ? otherwise : line;
    }

    /** The same, on this line unless a line is known. */
    public Wrong on(int known) {
        return line == UNKNOWN ? new Wrong(reason(), hint, known) : this;
    }

    /** The same in a text whose first line is {@code first}. */
    public Wrong below(int first) {
        return new Wrong(reason(), hint, first + Math.max(0, line));
    }
}
