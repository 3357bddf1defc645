package io.pelleh.rules.reading;

import java.util.Locale;

/** What a column of a decision table holds, by the word or letter that Drools knows. */
enum ColumnKind {
    NAME("NAME", "N"),
    DESCRIPTION("DESCRIPTION", "I"),
    CONDITION("CONDITION", "C"),
    ACTION("ACTION", "A"),
    PRIORITY("PRIORITY", "P"),
    METADATA("METADATA", "@"),
    EFFECTIVE("DATE-EFFECTIVE", "V"),
    EXPIRES("DATE-EXPIRES", "Z"),
    /** A column without a word: notes. */
    NONE("", ""),
    /** A word that is not allowed. */
    UNKNOWN("?", "?");

    private final String word;
    private final String letter;

    ColumnKind(String word, String letter) {
        this.word = word;
        this.letter = letter;
    }

    static ColumnKind of(String word) {
        for (ColumnKind kind : values()) {
            String upper = word.toUpperCase(Locale.ROOT);
            if (kind.word.equals(upper) || kind.letter.equals(upper)) {
                return kind;
            }
        }
        return UNKNOWN;
    }
}
