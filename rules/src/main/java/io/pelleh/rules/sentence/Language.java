package io.pelleh.rules.sentence;

import io.pelleh.engine.facts.Bilingual;
import java.util.Arrays;
import java.util.Optional;

/** A language with a generated dictionary. */
public enum Language {
    ENGLISH("english", "en"),
    PERSIAN("persian", "fa");

    private final String dictionary;
    private final String code;

    Language(String dictionary, String code) {
        this.dictionary = dictionary;
        this.code = code;
    }

    /** As it stands behind {@code expander}. */
    public String dictionary() {
        return dictionary;
    }

    public String code() {
        return code;
    }

    String of(Bilingual words) {
        return words.in(code);
    }

    static Optional<Language> named(String dictionary) {
        return Arrays.stream(values())
                .filter(language -> language.dictionary.equals(dictionary))
                .findFirst();
    }
}
