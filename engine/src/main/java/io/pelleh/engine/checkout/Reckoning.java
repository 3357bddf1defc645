package io.pelleh.engine.checkout;

import io.pelleh.engine.checkout.Refund.Fate;
import io.pelleh.engine.checkout.Refund.LineBack;
import io.pelleh.engine.checkout.Refund.ShareBack;
import io.pelleh.engine.checkout.Sale.Share;
import io.pelleh.engine.checkout.Sale.Unmet;
import io.pelleh.engine.checkout.Sale.Use;
import io.pelleh.engine.limit.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Works out what a return gives back.
 *
 * <p>After {@code k} of a line's {@code q} pieces came back, {@code round half up (paid × k / q)} of what was charged for
 * the line is due in all, whatever the returns before; the discounts go the same way, each by itself. So all pieces give
 * back exactly what was charged, in whatever parts they come. What is clawed back of the rest is due again when the rest
 * comes back.
 */
public final class Reckoning {

    private final Sale sale;
    private final ReturnedUnits units;
    private final Back before;
    private final Back after;
    private final boolean whole;
    private final Set<String> clawed;

    private Reckoning(Sale sale, ReturnedUnits units) {
        this.sale = sale;
        this.units = units;
        long[] pieces = new long[sale.lines().size()];
        Arrays.setAll(pieces, i -> sale.before().units().get(i));
        this.before = new Back(sale, pieces, sale.before().shipping());
        long[] all = new long[pieces.length];
        Arrays.setAll(all, i -> pieces[i] + units.taken().get(i));
        this.after = new Back(sale, all, sale.before().shipping() || units.shipping());
        this.whole = units.to() != CheckoutState.PARTIALLY_RETURNED;
        this.clawed = new HashSet<>(sale.before().clawedBack());
        sale.lapses().forEach(lapse -> clawed.add(lapse.promotion()));
    }

    /** What is given back with these pieces. */
    public static Refund of(Sale sale, ReturnedUnits units) {
        return new Reckoning(sale, units).refund();
    }

    private Refund refund() {
        long due = dueForGoods();
        long goods = Math.max(0, Math.subtractExact(due, sale.before().goods()));
        long refunded = Math.addExact(sale.before().goods(), goods);
        long notTaken = refunded - due;
        List<ShareBack> shares = new ArrayList<>();
        Set<String> released = new HashSet<>(sale.before().released());
        for (Share share : sale.shares()) {
            ShareBack back = back(share, new Course(goods, notTaken, released.contains(share.promotion())));
            shares.add(back);
            if (back.released().counted()) {
                released.add(share.promotion());
            }
        }
        return new Refund(
                units.to(),
                lines(),
                shares,
                goods,
                units.shipping() ? sale.paidForShipping() : 0,
                notTaken,
                points(),
                new GivenBack(after.counted(), refunded, after.shipping(), clawed, released, after.tax(this::lapsed)));
    }

    /** Whether a promotion is taken off what is still out. */
    private boolean lapsed(Share share) {
        return !whole && clawed.contains(share.promotion());
    }

    /** What is due in all for the pieces that are back, less the discounts on the rest that are clawed back. */
    private long dueForGoods() {
        long due = 0;
        for (int i = 0; i < sale.lines().size(); i++) {
            due = Math.addExact(due, after.part(sale.paid(i), i));
        }
        for (Share share : sale.shares()) {
            due = Math.subtractExact(due, clawed(share));
        }
        return due;
    }

    private List<LineBack> lines() {
        List<LineBack> lines = new ArrayList<>();
        for (int i = 0; i < sale.lines().size(); i++) {
            if (units.taken().get(i) > 0) {
                lines.add(line(i));
            }
        }
        return lines;
    }

    private LineBack line(int i) {
        long discount = 0;
        for (Share share : sale.shares()) {
            discount += now(share.line(i), i);
        }
        Sale.Sold sold = sale.lines().get(i);
        return new LineBack(i, sold.sku(), units.taken().get(i), after.left(i), now(sale.paid(i), i), discount);
    }

    /** The part of a line's amount that belongs to the pieces that come back now. */
    private long now(long amount, int line) {
        return after.part(amount, line) - before.part(amount, line);
    }

    /** What is settled before the promotions are looked at. */
    private record Course(long goods, long notTaken, boolean released) {}

    private ShareBack back(Share share, Course course) {
        long discount = 0;
        for (int i = 0; i < sale.lines().size(); i++) {
            discount += now(share.line(i), i);
        }
        boolean over = over(share, course.notTaken());
        boolean released = over && !course.released() && !share.keepsUse();
        long shipping = units.shipping() ? share.shipping() : 0;
        long clawedBack = clawed(share) - clawedBefore(share);
        return new ShareBack(
                share.promotion(),
                discount,
                shipping,
                clawedBack,
                fate(share, over),
                released ? share.use() : Use.NONE,
                draws(share, new Parts(released, discount + shipping + clawedBack, course.goods())),
                because(share));
    }

    /** What goes back to counters: the use, money, and the sale itself. */
    private record Parts(boolean use, long money, long sales) {}

    private static List<Draw> draws(Share share, Parts parts) {
        List<Draw> back = new ArrayList<>();
        for (Draw draw : share.draws()) {
            long part = switch (draw.of()) {
                case USES -> parts.use() ? draw.amount() : 0;
                case MONEY -> parts.money();
                case SALES -> parts.sales();
                case SHOWN -> 0;
            };
            if (part != 0) {
                back.add(draw.back(part));
            }
        }
        return back;
    }

    private List<Unmet> because(Share share) {
        return sale.lapses().stream()
                .filter(lapse -> lapse.promotion().equals(share.promotion()))
                .flatMap(lapse -> lapse.conditions().stream())
                .toList();
    }

    private Fate fate(Share share, boolean over) {
        if (!whole && clawed.contains(share.promotion())) {
            return Fate.CLAWED_BACK;
        }
        return over ? Fate.GIVEN_BACK : Fate.KEPT;
    }

    /** Whether nothing of a promotion is left with the customer. */
    private boolean over(Share share, long notTaken) {
        if (whole) {
            return true;
        }
        if (clawed.contains(share.promotion())) {
            return notTaken == 0;
        }
        boolean gaveMoney = share.shipping() > 0 || share.lines().stream().anyMatch(line -> line > 0);
        return gaveMoney && share.points() == 0 && after.standing(share) == 0;
    }

    private long clawed(Share share) {
        return lapsed(share) ? after.standing(share) : 0;
    }

    private long clawedBefore(Share share) {
        return sale.before().clawedBack().contains(share.promotion()) ? before.standing(share) : 0;
    }

    /** All of what a lapsed promotion brought; with the last piece, what the close brought beside the order. */
    private long points() {
        if (whole) {
            return sale.otherPoints();
        }
        return sale.shares().stream()
                .filter(share -> clawed.contains(share.promotion()))
                .filter(share -> !sale.before().clawedBack().contains(share.promotion()))
                .mapToLong(Share::points)
                .sum();
    }
}
