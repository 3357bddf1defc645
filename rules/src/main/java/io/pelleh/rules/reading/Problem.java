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
     * @param cell cell of a table, {@code A9}: the first of its row where no other is known; or empty
     * @param pointer JSON pointer into a grid or a tree, {@code /rows/3/2}, or empty
     */
    public record Place(int line, String cell, String pointer) {

        public static final Place FILE = new Place(0, "");

        public Place(int line, String cell) {
            this(line, cell, "");
        }

        /** Reads a line number, a cell or a pointer. */
        public static Place of(String spot) {
            if (spot.isEmpty()) {
                return FILE;
            }
            if (spot.startsWith("/")) {
                return new Place(0, "", spot);
            }
            boolean line = Character.isDigit(spot.charAt(0));
            return line ? new Place(Integer.parseInt(spot), "") : new Place(0, spot);
        }

        @Override
        public String toString() {
            if (!cell.isEmpty()) {
                return "cell " + cell;
            }
            if (!pointer.isEmpty()) {
                return pointer;
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
