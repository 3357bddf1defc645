package io.pelleh.api.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an API key allows; {@link #ADMIN} allows the others too. */
public enum Scope {
    /** Quoting, closing and looking up checkouts and customers. */
    DECIDE,
    /** Sending events. */
    INGEST,
    /** Everything, personal fields and keys among it. */
    ADMIN;

    /** The scope as it stands in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope a word stands for. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
