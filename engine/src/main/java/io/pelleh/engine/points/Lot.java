package io.pelleh.engine.points;

import java.time.Instant;

/**
 * Points earned at once, spent oldest expiry first, never below zero.
 *
 * @param id unique within the customer: the state version that earned it and a running number, {@code "17-0"}
 * @param earned points when the lot was made
 * @param left points not yet spent, expired, reversed or forgiven
 * @param activeAt from when they may be spent; until then they are pending
 * @param expiresAt from when they are gone, {@link Instant#MAX} for never
 */
public record Lot(String id, long earned, long left, Instant earnedAt, Instant activeAt, Instant expiresAt) {

    public Lot {
        if (earned <= 0 || left < 0 || left > earned) {
            throw new IllegalArgumentException("lot " + id + " must have 0 <= left <= earned and earned > 0");
        }
    }

    public boolean active(Instant now) {
        return !activeAt.isAfter(now) && expiresAt.isAfter(now);
    }

    public boolean pending(Instant now) {
        return activeAt.isAfter(now);
    }

    public boolean expired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** Whether both may be spent from the same instant on, as far as it can still be told apart. */
    boolean startsWith(Lot later) {
        return activeAt.equals(later.activeAt)
                || (!activeAt.isAfter(later.earnedAt) && !later.activeAt.isAfter(later.earnedAt));
    }

    /** This lot with another in it, which may be spent and lasts at least as long as either was promised. */
    Lot joined(Lot other) {
        return new Lot(
                id,
                Math.addExact(earned, other.left),
                Math.addExact(left, other.left),
                earnedAt,
                activeAt.isBefore(other.activeAt) ? activeAt : other.activeAt,
                expiresAt.isAfter(other.expiresAt) ? expiresAt : other.expiresAt);
    }

    /** What is left of this lot, in the wallet of the customer it comes to. */
    Lot moved(String newId) {
        return new Lot(newId, left, left, earnedAt, activeAt, expiresAt);
    }

    Lot reduced(long points) {
        return new Lot(id, earned, left - points, earnedAt, activeAt, expiresAt);
    }
}
