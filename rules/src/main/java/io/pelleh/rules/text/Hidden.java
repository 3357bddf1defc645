package io.pelleh.rules.text;

/** Characters that show a reader something else than what a parser sees. */
public final class Hidden {

    private static final char ZWNJ = '\u200c';
    private static final char ZWJ = '\u200d';
    private static final char LRM = '\u200e';
    private static final char RLM = '\u200f';

    private Hidden() {}

    /** What is wrong with a character, or empty; tabs, line breaks and what joins letters are fine. */
    public static String reason(char c) {
        boolean fine = switch (c) {
            case '\t', '\n', '\r', ZWNJ, ZWJ, LRM, RLM -> true;
            default -> false;
        };
        boolean hidden = switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> c == '\ufffd';
        };
        return hidden && !fine ? "the hidden character U+%04X is not allowed".formatted((int) c) : "";
    }

    /** The first reason against a text, or empty. */
    static String reason(String text) {
        for (int i = 0; i < text.length(); i++) {
            String reason = reason(text.charAt(i));
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return "";
    }
}
