package io.pelleh.rules.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody who mistyped may have meant. */
public final class Nearest {

    private static final int MAX_LENGTH = 200;

    private Nearest() {}

    /** The known word that differs least, if it differs in less than half of its letters. */
    public static Optional<String> to(String written, Collection<String> known) {
        String word = written.toLowerCase(Locale.ROOT);
        if (word.isEmpty() || word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return known.stream()
                .filter(other -> distance(word, other.toLowerCase(Locale.ROOT)) * 2 < Math.max(2, other.length()))
                .min(Comparator.comparingInt(other -> distance(word, other.toLowerCase(Locale.ROOT))));
    }

    /** A hint from it: {@code did you mean "gold"?}, or another one. */
    public static String hint(String written, Collection<String> known, String otherwise) {
        return to(written, known).map(name -> "did you mean \"" + name + "\"?").orElse(otherwise);
    }

    /** Letters to add, leave out or change, after Levenshtein. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(row[j - 1], above[j]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
