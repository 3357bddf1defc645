package io.pelleh.rules.reading;

import io.pelleh.rules.text.Hidden;

/** Finds characters that show a reader something else than what a parser sees. */
final class HiddenCharacters {

    private static final char BOM = '\ufeff';

    private HiddenCharacters() {}

    /** What is wrong with a character, or empty; a byte order mark is looked at by place. */
    static String reason(char c, boolean first) {
        if (c == '\\') {
            return "a backslash is not allowed: characters must be written as themselves";
        }
        return first && c == BOM ? "" : Hidden.reason(c);
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
