package io.pelleh.api.json;

import io.pelleh.api.problem.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Instants as they travel: RFC 3339 with an offset, between 1970 and 9999, kept to the millisecond. */
public final class Instants {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Instants() {}

    /** @return empty when the text is no such instant */
    public static Optional<Instant> parse(String text) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            return at.isBefore(FIRST) || at.isAfter(LAST) ? Optional.empty() : Optional.of(at);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The instant in a query parameter, where an unescaped {@code +} arrives as a blank. */
    public static Instant parameter(String name, String text) {
        return parse(text.replace(' ', '+'))
                .orElseThrow(() -> Refused.parameter(name, name + " is an instant like 2026-03-21T00:00:00Z"));
    }
}
