package io.pelleh.engine.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a customer's past that rules may look at.
 *
 * @param seenAt first contact
 * @param activeAt last event of any kind that the customer caused
 * @param enrolledAt when the customer joined the club, or null
 * @param leftAt when the customer cancelled the subscription last, or null
 * @param watched last purchases of watched products, newest last, at most {@value #MAX_WATCHED}
 */
public record History(
        Instant seenAt,
        Instant activeAt,
        @Nullable Instant enrolledAt,
        @Nullable Instant leftAt,
        Purchases purchases,
        Engagement engagement,
        List<Watched> watched) {

    /** Watched products kept per customer; the oldest is forgotten first. */
    public static final int MAX_WATCHED = 32;

    public History {
        if (watched.size() > MAX_WATCHED) {
            throw new IllegalArgumentException("at most 32 watched products are kept, not " + watched.size());
        }
        watched = List.copyOf(watched);
    }

    /** A customer met for the first time. */
    public static History begun(Instant at) {
        return new History(at, at, null, null, Purchases.NONE, Engagement.NONE, List.of());
    }
}
