package io.pelleh.engine.event;

import java.time.Instant;

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

    /** The same event, once it is known whom it is about. */
    public Event about(Subject known) {
        return new Event(id, type, known, occurredAt, origin, digest, happening);
    }
}
