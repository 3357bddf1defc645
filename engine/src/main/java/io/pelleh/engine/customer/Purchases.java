package io.pelleh.engine.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has bought: lifetime totals, and day buckets for windows.
 *
 * <p>At most {@value #MAX_DAYS} days with purchases are kept, the newest; older ones live on in the totals only.
 *
 * @param orders lifetime purchases
 * @param spent lifetime money, minor units, goods after discounts without shipping, less returns
 * @param days ascending by day
 */
public record Purchases(
        long orders,
        long spent,
        long units,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        List<DayBucket> days) {

    /** Days with purchases kept per customer. */
    public static final int MAX_DAYS = 400;

    public static final Purchases NONE = new Purchases(0, 0, 0, null, null, List.of());

    public Purchases {
        days = List.copyOf(days);
    }

    /** Adds an order, at its own instant, wherever that falls among the known ones. */
    public Purchases ordered(Instant at, long day, long money, long pieces) {
        Instant first = firstAt == null || at.isBefore(firstAt) ? at : firstAt;
        Instant last = lastAt == null || at.isAfter(lastAt) ? at : lastAt;
        return new Purchases(
                Math.addExact(orders, 1),
                Math.addExact(spent, money),
                Math.addExact(units, pieces),
                first,
                last,
                added(day, 1, money, pieces));
    }

    /** Takes money and pieces back on the day of the return; the order stays an order. */
    public Purchases returned(long day, long money, long pieces) {
        return new Purchases(
                orders,
                Math.subtractExact(spent, money),
                Math.subtractExact(units, pieces),
                firstAt,
                lastAt,
                added(day, 0, -money, -pieces));
    }

    /**
     * Takes an order back on the day it was counted, as if it had not been. Where it was the first or the last one, the
     * day that now is first or last counts, as far as days are kept.
     *
     * @param startOf the first instant of a day since 1970-01-01
     */
    public Purchases cancelled(long day, long money, long pieces, LongFunction<Instant> startOf) {
        List<DayBucket> left = added(day, -1, -money, -pieces);
        long others = Math.subtractExact(orders, 1);
        return new Purchases(
                others,
                Math.subtractExact(spent, money),
                Math.subtractExact(units, pieces),
                others == 0 ? null : first(left, others, startOf),
                others == 0 ? null : last(left, startOf),
                left);
    }

    private @Nullable Instant first(List<DayBucket> left, long others, LongFunction<Instant> startOf) {
        long kept = left.stream().mapToLong(DayBucket::orders).sum();
        Optional<Instant> start = left.stream()
                .filter(bucket -> bucket.orders() > 0)
                .map(bucket -> startOf.apply(bucket.day()))
                .findFirst();
        return kept < others ? firstAt : later(firstAt, start.orElse(null));
    }

    private @Nullable Instant last(List<DayBucket> left, LongFunction<Instant> startOf) {
        for (DayBucket bucket : left.reversed()) {
            if (bucket.orders() > 0) {
                boolean still = lastAt != null && lastAt.isBefore(startOf.apply(bucket.day() + 1));
                return still ? lastAt : startOf.apply(bucket.day());
            }
        }
        return lastAt;
    }

    /** Both histories as one; used when two customers turn out to be one person. */
    public Purchases plus(Purchases other) {
        Purchases sum = this;
        List<DayBucket> merged = days;
        for (DayBucket bucket : other.days) {
            merged = insert(merged, bucket);
        }
        return new Purchases(
                Math.addExact(sum.orders, other.orders),
                Math.addExact(sum.spent, other.spent),
                Math.addExact(sum.units, other.units),
                earlier(firstAt, other.firstAt),
                later(lastAt, other.lastAt),
                capped(merged));
    }

    private List<DayBucket> added(long day, int moreOrders, long money, long pieces) {
        return capped(insert(days, new DayBucket(day, moreOrders, money, pieces)));
    }

    private static List<DayBucket> insert(List<DayBucket> into, DayBucket bucket) {
        List<DayBucket> result = new ArrayList<>(into);
        int at = result.size();
        while (at > 0 && result.get(at - 1).day() > bucket.day()) {
            at--;
        }
        if (at > 0 && result.get(at - 1).day() == bucket.day()) {
            result.set(at - 1, result.get(at - 1).plus(bucket.orders(), bucket.spent(), bucket.units()));
        } else {
            result.add(at, bucket);
        }
        result.removeIf(DayBucket::empty);
        return result;
    }

    private static List<DayBucket> capped(List<DayBucket> all) {
        return all.size() <= MAX_DAYS ? all : all.subList(all.size() - MAX_DAYS, all.size());
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }
}
