package io.pelleh.engine.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a customer's past that rules may look at.
 *
 * @param seenAt first contact
 * @param activeAt last event of any kind that the customer caused
 * @param enrolledAt when the customer joined the club, or null
 * @param leftAt when the customer cancelled the subscription last, or null
 * @param watched last purchases of watched products, newest last, at most {@value #MAX_WATCHED}
 * @param told what the shop told about the customer, by the names its rules declare
 */
public record History(
        Instant seenAt,
        Instant activeAt,
        @Nullable Instant enrolledAt,
        @Nullable Instant leftAt,
        Purchases purchases,
        Engagement engagement,
        List<Watched> watched,
        Map<String, Told> told) {

    /** Watched products kept per customer; the oldest is forgotten first. */
    public static final int MAX_WATCHED = 32;

    public History {
        if (watched.size() > MAX_WATCHED) {
            throw new IllegalArgumentException("at most 32 watched products are kept, not " + watched.size());
        }
        if (told.size() > Told.MAX_VALUES) {
            throw new IllegalArgumentException("at most 20 values of a shop's own are kept, not " + told.size());
        }
        watched = List.copyOf(watched);
        told = Map.copyOf(told);
    }

    /** A customer met for the first time. */
    public static History begun(Instant at) {
        return new History(at, at, null, null, Purchases.NONE, Engagement.NONE, List.of(), Map.of());
    }

    /** The same past with contact at one more instant; only what the customer did counts as activity. */
    public History contacted(Instant at, boolean byCustomer) {
        Instant seen = at.isBefore(seenAt) ? at : seenAt;
        Instant active = byCustomer && at.isAfter(activeAt) ? at : activeAt;
        return new History(seen, active, enrolledAt, leftAt, purchases, engagement, watched, told);
    }

    /** Joined the club, unless it was left since. */
    public History enrolled(Instant at) {
        if (leftAt != null && !at.isAfter(leftAt)) {
            return this;
        }
        Instant since = enrolledAt == null || at.isBefore(enrolledAt) ? at : enrolledAt;
        return new History(seenAt, activeAt, since, leftAt, purchases, engagement, watched, told);
    }

    /** Left the club, unless it was joined again since. */
    public History left(Instant at) {
        Instant since = enrolledAt != null && enrolledAt.isAfter(at) ? enrolledAt : null;
        Instant last = leftAt != null && leftAt.isAfter(at) ? leftAt : at;
        return new History(seenAt, activeAt, since, last, purchases, engagement, watched, told);
    }

    public History with(Purchases next) {
        return new History(seenAt, activeAt, enrolledAt, leftAt, next, engagement, watched, told);
    }

    public History with(Engagement next) {
        return new History(seenAt, activeAt, enrolledAt, leftAt, purchases, next, watched, told);
    }

    public History told(Map<String, Told> next) {
        return new History(seenAt, activeAt, enrolledAt, leftAt, purchases, engagement, watched, next);
    }

    /** Remembers a purchase of a watched product, forgetting the oldest if there are too many. */
    public History watching(Watched bought) {
        List<Watched> next = new ArrayList<>(watched);
        Watched sum = bought;
        for (Watched before : watched) {
            if (before.sku().equals(bought.sku())) {
                next.remove(before);
                sum = new Watched(
                        bought.sku(),
                        Math.max(before.day(), bought.day()),
                        Math.addExact(before.units(), bought.units()));
            }
        }
        next.add(sum);
        next.sort(Comparator.comparingLong(Watched::day).thenComparing(Watched::sku));
        List<Watched> kept = next.size() > MAX_WATCHED ? next.subList(1, next.size()) : next;
        return new History(seenAt, activeAt, enrolledAt, leftAt, purchases, engagement, kept, told);
    }
}
