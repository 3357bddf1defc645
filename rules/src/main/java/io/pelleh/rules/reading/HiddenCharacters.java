package io.pelleh.rules.reading;

/** Finds characters that show a reader something else than what a parser sees. */
final class HiddenCharacters {

    private static final char ZWNJ = '\u200c';
    private static final char ZWJ = '\u200d';
    private static final char LRM = '\u200e';
    private static final char RLM = '\u200f';
    private static final char BOM = '\ufeff';

    private HiddenCharacters() {}

    /** What is wrong with a character, or empty; a byte order mark is looked at by place. */
    static String reason(char c, boolean first) {
        if (c == '\\') {
            return "a backslash is not allowed: characters must be written as themselves";
        }
        if (c == '\t'
                || c == '\n'
                || c == '\r'
                || c == ZWNJ
                || c == ZWJ
                || c == LRM
                || c == RLM
                || (first && c == BOM)) {
            return "";
        }
        boolean hidden = switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> c == '\ufffd';
        };
        return hidden ? "the hidden character U+%04X is not allowed".formatted((int) c) : "";
    }

    /** Looks through a whole text; one problem a line. */
    static void find(RuleFile file, String text, Problems problems) {
        int line = 1;
        int told = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String reason = reason(c, i == 0);
            if (!reason.isEmpty() && told != line) {
                problems.add(new Problem(file.path(), new Problem.Place(line, ""), "", reason, "type the line again"));
                told = line;
            }
            line += c == '\n' ? 1 : 0;
        }
    }

    /** The first reason against a cell or a name, or empty. */
    static String reason(String text) {
        for (int i = 0; i < text.length(); i++) {
            String reason = text.charAt(i) == '\n' || text.charAt(i) == '\r'
                    ? "a line break is not allowed"
                    : reason(text.charAt(i), false);
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return "";
    }
}
