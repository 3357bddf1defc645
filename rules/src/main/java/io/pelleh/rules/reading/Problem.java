package io.pelleh.rules.reading;

/**
 * Something in a rule file that keeps it from being used.
 *
 * @param file path of the file
 * @param place where in it
 * @param rule name of the rule, or empty
 * @param reason what is wrong
 * @param hint what to do about it, or empty
 */
public record Problem(String file, Place place, String rule, String reason, String hint) {

    /**
     * A place in a file.
     *
     * @param line from 1, or 0 for the file as a whole
     * @param cell first cell of a table row, {@code A9}, or empty
     */
    public record Place(int line, String cell) {

        public static final Place FILE = new Place(0, "");

        @Override
        public String toString() {
            if (!cell.isEmpty()) {
                return "cell " + cell;
            }
            return line == 0 ? "file" : "line " + line;
        }
    }

    @Override
    public String toString() {
        String named = rule.isEmpty() ? "" : " (" + rule + ")";
        String hinted = hint.isEmpty() ? "" : "; " + hint;
        return file + ", " + place + named + ": " + reason + hinted;
    }
}
