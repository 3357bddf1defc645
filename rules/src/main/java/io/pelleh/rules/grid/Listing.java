package io.pelleh.rules.grid;

import java.util.ArrayList;
import java.util.List;

/** Several values in one cell of a sheet: {@code "TEA-500", 1, 4950000}. */
final class Listing {

    private Listing() {}

    /** Texts in quotes; a quote inside is doubled where both kinds stand in the text. */
    static String quoted(String text) {
        if (text.indexOf('"') < 0) {
            return '"' + text + '"';
        }
        return text.indexOf('\'') < 0 ? '\'' + text + '\'' : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The values between the commas, without their quotes. */
    static List<String> split(String cell) {
        List<String> values = new ArrayList<>();
        int at = 0;
        while (at <= cell.length()) {
            int end = end(cell, at);
            values.add(unquoted(cell.substring(at, end).strip()));
            at = end + 1;
        }
        return values;
    }

    /** The next comma outside of quotes. */
    private static int end(String cell, int from) {
        char quote = 0;
        boolean fresh = true;
        for (int i = from; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (quote == 0 && c == ',') {
                return i;
            }
            if (quote == 0 && fresh && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
                fresh = true;
                continue;
            }
            fresh = quote == 0 && Character.isWhitespace(c);
        }
        return cell.length();
    }

    static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        if (!quoted) {
            return text;
        }
        String quote = text.substring(0, 1);
        return text.substring(1, text.length() - 1).replace(quote + quote, quote);
    }
}
