package io.pelleh.rules.text;

/**
 * Persian and Arabic script as people type it, made one: digits, separators, quotes, joiners and the two forms of yeh
 * and kaf. What stands between double quotes is left alone.
 */
public final class Script {

    private static final char ZWNJ = '\u200c';
    private static final char BOM = '\ufeff';

    private Script() {}

    /** The text as the parsers want it; lines stay where they are. */
    public static String normal(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\u00ab' || c == '\u00bb') {
                quoted = c == '"' ? !quoted : c == '\u00ab';
                out.append('"');
            } else {
                quoted &= c != '\n';
                append(out, c, quoted);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char c, boolean quoted) {
        if (quoted) {
            out.append(c);
        } else if (c != BOM && c != '\u066c') {
            out.append(plain(c));
        }
    }

    private static char plain(char c) {
        return switch (c) {
            case ZWNJ -> ' ';
            case '\u066b' -> '.';
            case '\u060c' -> ',';
            case '\u061b' -> ';';
            case '\u064a' -> '\u06cc';
            case '\u0643' -> '\u06a9';
            default -> digit(c);
        };
    }

    /** A number as written inside quotes, in Latin digits and without separators. */
    public static String number(String written) {
        StringBuilder out = new StringBuilder(written.length());
        for (char c : written.strip().toCharArray()) {
            append(out, c, false);
        }
        return out.toString();
    }

    private static char digit(char c) {
        boolean persian = (c >= '\u06f0' && c <= '\u06f9') || (c >= '\u0660' && c <= '\u0669');
        return persian ? (char) ('0' + Character.digit(c, 10)) : c;
    }
}
