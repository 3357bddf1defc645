package io.pelleh.api.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a machine may do with an API key; people have a {@link Role}. */
public enum Scope {
    /** Quoting, closing and looking up checkouts and customers. */
    DECIDE,
    /** Sending events. */
    INGEST;

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
