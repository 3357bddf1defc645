package io.pelleh.engine.event;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened.
 *
 * @param type the CloudEvents type it came under, {@code order.placed} or a shop's own
 * @param occurredAt when it happened, as the sender says
 * @param digest SHA-256 of the request, to tell a repeat from a reused id
 */
public record Event(
        EventId id,
        String type,
        Subject subject,
        Instant occurredAt,
        Origin origin,
        String digest,
        Happening happening) {

    /** The way an event came in. */
    public enum Origin {
        LIVE,
        /** An import of the past: history, rungs, segments and tiers advance; nothing is promised or given. */
        HISTORIC,
        /** Made by Pelleh itself: time, or the effect of another customer's event. */
        INTERNAL
    }

    /** By what a guest's sticky choices go: the checkout, else the order, else the event itself. */
    public String unit() {
        return switch (happening) {
            case Happening.CheckoutClosed closed -> closed.checkout().value();
            case Happening.CheckoutCancelled cancelled -> cancelled.checkout().value();
            case Happening.CheckoutReturned returned -> returned.checkout().value();
            default -> Objects.requireNonNullElse(happening.order(), id.id());
        };
    }

    /** The same event, once more is known of what happened. */
    public Event saying(Happening more) {
        return new Event(id, type, subject, occurredAt, origin, digest, more);
    }

    /** The same event, once it is known whom it is about. */
    public Event about(Subject known) {
        return new Event(id, type, known, occurredAt, origin, digest, happening);
    }
}
