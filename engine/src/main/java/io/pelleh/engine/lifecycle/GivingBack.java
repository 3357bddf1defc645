package io.pelleh.engine.lifecycle;

import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.checkout.OrderOnFile.Award;
import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.checkout.Refund.ShareBack;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Purchases;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a checkout that comes back does to its customer's past: purchases, points and uses as they were before, by new
 * entries. Its order hears of it like from any other door, so that nothing is taken back twice.
 */
final class GivingBack {

    private GivingBack() {}

    static Folded returned(Past past, CustomerState state, String returnId) {
        Refund back = past.back();
        if (back == null) {
            return Folded.of(state);
        }
        return back.whole() ? whole(past, state, back) : part(past, state, returnId);
    }

    /** A checkout that was never closed leaves nothing behind. */
    static Folded cancelled(Past past, CustomerState state) {
        Refund back = past.back();
        return back == null ? Folded.of(state) : whole(past, state, back);
    }

    /** An order that came back whole is no purchase any more. */
    private static Folded whole(Past past, CustomerState state, Refund back) {
        OrderOnFile order = Orders.onFile(past, orderId(past));
        Folded folded = Orders.cancelled(past, released(state, back), order.orderId());
        long points = back.points();
        if (points == 0) {
            return folded;
        }
        Folded more = Orders.reversed(folded.state(), order, points);
        return folded.then(more);
    }

    private static Folded part(Past past, CustomerState state, String returnId) {
        Refund back = Objects.requireNonNull(past.back());
        OrderOnFile order = Orders.onFile(past, orderId(past));
        CustomerState next = released(state, back);
        boolean cancelled = order.status().cancelled();
        OrderOnFile after = cancelled
                ? order
                : order.awarded(
                        new Award(order.award().lot(), Math.max(0, order.award().points() - back.points())));
        if (!order.knows(returnId)) {
            after = after.with(after.money().plusReturned(back.goods(), back.units()))
                    .told(returnId);
            next = cancelled ? next : lowered(past, next, order);
        }
        long points = cancelled
                ? 0
                : order.award().points() - after.award().points() + after.pointsBack() - order.pointsBack();
        return Orders.reversed(next, order, points).with(Orders.change(past, after));
    }

    /** Taken from the day on which the order counted: a purchase of that day was smaller than it seemed. */
    private static CustomerState lowered(Past past, CustomerState state, OrderOnFile order) {
        Refund back = Objects.requireNonNull(past.back());
        long day = past.program().dayOf(order.placedAt()).toEpochDay();
        Purchases lower = state.history().purchases().returned(day, back.goods(), back.units());
        return state.withHistory(state.history().with(lower));
    }

    private static CustomerState released(CustomerState state, Refund back) {
        Map<String, Integer> uses = new HashMap<>(state.uses());
        for (ShareBack share : back.shares()) {
            if (share.released().perCustomer()) {
                uses.computeIfPresent(share.promotion(), (id, times) -> times > 1 ? times - 1 : null);
            }
        }
        return state.withUses(uses);
    }

    private static String orderId(Past past) {
        return Objects.requireNonNull(past.event().happening().order(), "what comes back was an order");
    }
}
