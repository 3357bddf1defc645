package io.pelleh.api.draft;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Instants as people write them. */
final class Instants {

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Instants() {}

    /** The instant before 2200 that a text with an offset means, or null. */
    static @Nullable Instant parse(String text) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            return at.isBefore(LAST) && at.isAfter(Instant.EPOCH) ? at : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
