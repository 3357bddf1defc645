package io.pelleh.engine.customer;

/**
 * The purchases of one local day.
 *
 * @param day days since 1970-01-01 in the program's zone
 * @param orders purchases counted on that day; a return does not lower it, a cancellation does
 * @param spent minor units, returns subtracted on their own day, so it may be negative
 * @param units pieces bought less pieces returned
 */
public record DayBucket(long day, int orders, long spent, long units) {

    boolean empty() {
        return orders == 0 && spent == 0 && units == 0;
    }

    /** The sum of two buckets of the same day. */
    public DayBucket plus(int moreOrders, long moreSpent, long moreUnits) {
        return new DayBucket(
                day,
                Math.addExact(orders, moreOrders),
                Math.addExact(spent, moreSpent),
                Math.addExact(units, moreUnits));
    }
}
