package io.pelleh.engine.customer;

import java.time.Instant;
import java.util.List;

/**
 * What the rules last found about a customer.
 *
 * @param tier name of the club tier, empty for none
 * @param tierUntil end of the tier's qualification, {@link Instant#MAX} when it does not end
 * @param segments names in the order of the rules, at most 32
 * @param release the release that found it, 0 when never evaluated
 */
public record Standing(
        Rung rung,
        Instant rungSince,
        String tier,
        Instant tierSince,
        Instant tierUntil,
        Scores scores,
        List<String> segments,
        long release) {

    private static final int MAX_SEGMENTS = 32;

    public Standing {
        if (segments.size() > MAX_SEGMENTS) {
            throw new IllegalArgumentException("a customer is in at most 32 segments, not " + segments.size());
        }
        segments = List.copyOf(segments);
    }

    /** A customer about whom no rule has said anything yet. */
    public static Standing unknown(Instant since) {
        return new Standing(Rung.SUSPECT, since, "", since, Instant.MAX, Scores.NONE, List.of(), 0);
    }

    /** The first segment, or empty. */
    public String segment() {
        return segments.isEmpty() ? "" : segments.getFirst();
    }
}
