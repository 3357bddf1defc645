package io.pelleh.engine.checkout;

import io.pelleh.engine.customer.CustomerId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the journal knows it, whichever door reported it.
 *
 * @param customer who bought, or null for a guest
 * @param placedAt when it was placed, until then when it was first heard of; where orders count when they are paid, when
 *     it was paid. A purchase counts on this day, and is taken back from it
 * @param status how far it has come
 * @param returns ids of the returns that were told, whichever door told them, the newest {@value #MAX_RETURNS}
 */
public record OrderOnFile(
        String orderId,
        @Nullable CustomerId customer,
        Instant placedAt,
        Status status,
        Money money,
        Award award,
        List<String> returns) {

    /** Returns of one order that are told apart. */
    public static final int MAX_RETURNS = 200;

    public OrderOnFile {
        returns = List.copyOf(returns);
    }

    /**
     * How far an order has come.
     *
     * @param known its goods were told
     * @param paid it was paid
     * @param counted it is a purchase in its customer's history
     * @param cancelled it was cancelled as a whole
     */
    public record Status(boolean known, boolean paid, boolean counted, boolean cancelled) {

        public static final Status NEW = new Status(false, false, false, false);

        public Status asKnown() {
            return new Status(true, paid, counted, cancelled);
        }

        public Status asPaid() {
            return new Status(known, true, counted, cancelled);
        }

        public Status asCounted() {
            return new Status(known, paid, true, cancelled);
        }

        public Status asCancelled() {
            return new Status(known, paid, counted, true);
        }
    }

    /**
     * What was bought and came back, minor units and pieces.
     *
     * @param spent goods after discounts without shipping
     */
    public record Money(long spent, long units, long returned, long returnedUnits) {

        public static final Money NONE = new Money(0, 0, 0, 0);

        public static Money of(Goods goods) {
            return new Money(goods.total(), goods.units(), 0, 0);
        }

        public Money plusReturned(long money, long pieces) {
            return new Money(spent, units, Math.addExact(returned, money), Math.addExact(returnedUnits, pieces));
        }
    }

    /**
     * What was given for it.
     *
     * @param lot lot the points went to, or empty
     */
    public record Award(String lot, long points) {

        public static final Award NONE = new Award("", 0);
    }

    /** An order nobody has told anything about yet. */
    public static OrderOnFile heardOf(String orderId, @Nullable CustomerId customer, Instant at) {
        return new OrderOnFile(orderId, customer, at, Status.NEW, Money.NONE, Award.NONE, List.of());
    }

    /**
     * Whether it says itself whose it is, whatever an event about it says.
     *
     * @param nobody the event names no customer
     */
    public boolean settlesBuyer(boolean nobody) {
        return status.known() || (customer != null && nobody);
    }

    /** The order, once it is told who bought it and when. */
    public OrderOnFile bought(@Nullable CustomerId by, Instant at) {
        return new OrderOnFile(orderId, by, at, status, money, award, returns);
    }

    public OrderOnFile with(Status next) {
        return new OrderOnFile(orderId, customer, placedAt, next, money, award, returns);
    }

    public OrderOnFile with(Money next) {
        return new OrderOnFile(orderId, customer, placedAt, status, next, award, returns);
    }

    public OrderOnFile awarded(Award next) {
        return new OrderOnFile(orderId, customer, placedAt, status, money, next, returns);
    }

    /** The order, once this return was told. */
    public OrderOnFile told(String returnId) {
        List<String> all = new ArrayList<>(returns);
        all.add(returnId);
        List<String> kept = all.subList(Math.max(0, all.size() - MAX_RETURNS), all.size());
        return new OrderOnFile(orderId, customer, placedAt, status, money, award, kept);
    }

    /** Whether this return was told before, by whichever door. */
    public boolean knows(String returnId) {
        return returns.contains(returnId);
    }

    /**
     * Points to take back for what came back so far: the share of the whole, by money or, where nothing was paid, by
     * pieces, rounded down.
     */
    public long pointsBack() {
        boolean free = money.spent() <= 0;
        long whole = free ? money.units() : money.spent();
        long back = free ? money.returnedUnits() : money.returned();
        if (back <= 0) {
            return 0;
        }
        return back >= whole
                ? award.points()
                : BigInteger.valueOf(award.points())
                        .multiply(BigInteger.valueOf(back))
                        .divide(BigInteger.valueOf(whole))
                        .longValueExact();
    }
}
