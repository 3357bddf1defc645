package io.pelleh.engine.lifecycle;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.checkout.OrderChange;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.checkout.OrderOnFile.Money;
import io.pelleh.engine.checkout.OrderOnFile.Status;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.History;
import io.pelleh.engine.customer.Purchases;
import io.pelleh.engine.customer.Watched;
import io.pelleh.engine.event.Happening.OrderPaid;
import io.pelleh.engine.event.Happening.OrderReturned;
import io.pelleh.engine.program.Program.CountsAt;
import java.time.Instant;
import java.util.List;

/** What orders do to a customer's past: each counts once, whichever door reports it, however often. */
final class Orders {

    private Orders() {}

    static Folded placed(Past past, CustomerState state, String orderId, Goods goods) {
        OrderOnFile order = onFile(past, orderId);
        if (order.status().known()) {
            return Folded.of(state).with(change(past, order));
        }
        Money money = Money.of(goods);
        Money paid = new Money(money.spent() - past.discount(), money.units(), 0, 0);
        OrderOnFile known = order.with(order.status().asKnown()).with(paid);
        return count(past, remembering(past, state, goods), known);
    }

    static Folded paid(Past past, CustomerState state, OrderPaid paid) {
        OrderOnFile order = onFile(past, paid.orderId());
        OrderOnFile asPaid = order.with(order.status().asPaid());
        Goods goods = paid.goods();
        CustomerState next = state;
        if (!order.status().known() && goods != null) {
            asPaid = asPaid.with(asPaid.status().asKnown()).with(Money.of(goods));
            next = remembering(past, state, goods);
        }
        Folded folded = count(past, next, asPaid);
        OrderChange change = folded.order();
        return change == null ? folded : folded.with(change.paid(past.event().occurredAt()));
    }

    static Folded shipped(Past past, CustomerState state, String orderId) {
        return Folded.of(state)
                .with(change(past, onFile(past, orderId)).shipped(past.event().occurredAt()));
    }

    static Folded returned(Past past, CustomerState state, OrderReturned returned) {
        long money = returned.goods().total();
        long pieces = returned.goods().units();
        Purchases lowered = state.history().purchases().returned(past.day(), money, pieces);
        CustomerState next = state.withHistory(state.history().with(lowered));
        OrderOnFile order = past.order();
        if (order == null) {
            return Folded.of(next);
        }
        OrderOnFile after = order.with(order.money().plusReturned(money, pieces));
        long points = after.pointsFor(after.money().returned())
                - order.pointsFor(order.money().returned());
        return reversed(next, order, points).with(change(past, after));
    }

    static Folded cancelled(Past past, CustomerState state, String orderId) {
        OrderOnFile order = onFile(past, orderId);
        OrderOnFile after = order.with(order.status().asCancelled());
        if (!order.status().counted() || order.status().cancelled()) {
            return Folded.of(state).with(change(past, after));
        }
        Money money = order.money();
        long day = past.program().dayOf(order.placedAt()).toEpochDay();
        Purchases without = state.history()
                .purchases()
                .cancelled(day, money.spent() - money.returned(), money.units() - money.returnedUnits());
        long points = order.award().points() - order.pointsFor(money.returned());
        return reversed(state.withHistory(state.history().with(without)), order, points)
                .with(change(past, after));
    }

    private static Folded count(Past past, CustomerState state, OrderOnFile order) {
        Status status = order.status();
        boolean due = past.program().countsAt() == CountsAt.PLACED || status.paid();
        if (!due || !status.known() || status.counted() || status.cancelled()) {
            return Folded.of(state).with(change(past, order));
        }
        Instant at = past.event().occurredAt();
        Purchases bought = state.history()
                .purchases()
                .ordered(at, past.day(), order.money().spent(), order.money().units());
        OrderOnFile counted = order.with(status.asCounted());
        return new Folded(state.withHistory(state.history().with(bought)), List.of(), change(past, counted), true);
    }

    private static Folded reversed(CustomerState state, OrderOnFile order, long points) {
        return points == 0
                ? Folded.of(state)
                : Folded.booked(state, state.wallet().reverse(order.award().lot(), points));
    }

    private static CustomerState remembering(Past past, CustomerState state, Goods goods) {
        History history = state.history();
        for (Line line : goods.lines()) {
            if (past.watched().contains(line.sku())) {
                history = history.watching(new Watched(line.sku(), past.day(), line.quantity()));
            }
        }
        return state.withHistory(history);
    }

    private static OrderOnFile onFile(Past past, String orderId) {
        OrderOnFile order = past.order();
        return order != null
                ? order
                : OrderOnFile.heardOf(
                        orderId, past.event().subject().customer(), past.event().occurredAt());
    }

    private static OrderChange change(Past past, OrderOnFile after) {
        return OrderChange.of(after, past.order() == null);
    }
}
