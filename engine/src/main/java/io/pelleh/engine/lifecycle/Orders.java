package io.pelleh.engine.lifecycle;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.checkout.OrderChange;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.checkout.OrderOnFile.Money;
import io.pelleh.engine.checkout.OrderOnFile.Status;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.History;
import io.pelleh.engine.customer.Purchases;
import io.pelleh.engine.customer.Watched;
import io.pelleh.engine.event.Happening.OrderPaid;
import io.pelleh.engine.event.Happening.OrderReturned;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Program.CountsAt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What orders do to a customer's past: each counts once, whichever door reports it, however often. */
final class Orders {

    private Orders() {}

    static Folded placed(Past past, CustomerState state, String orderId, Goods goods) {
        OrderOnFile order = onFile(past, orderId);
        if (order.status().known()) {
            return Folded.of(state).with(change(past, order));
        }
        boolean dated =
                past.program().countsAt() == CountsAt.PAID && order.status().paid();
        Instant at = dated ? order.placedAt() : past.event().occurredAt();
        return count(
                past, remembering(past, state, goods), told(past, order, goods).bought(buyer(past), at));
    }

    static Folded paid(Past past, CustomerState state, OrderPaid paid) {
        OrderOnFile order = onFile(past, paid.orderId());
        OrderOnFile asPaid = order.with(order.status().asPaid());
        Instant at = past.event().occurredAt();
        if (past.program().countsAt() == CountsAt.PAID && !order.status().paid()) {
            asPaid = asPaid.bought(order.customer(), at);
        }
        Goods goods = paid.goods();
        CustomerState next = state;
        if (!order.status().known() && goods != null) {
            Instant counted = past.program().countsAt() == CountsAt.PAID ? asPaid.placedAt() : at;
            asPaid = told(past, asPaid, goods).bought(buyer(past), counted);
            next = remembering(past, state, goods);
        }
        Folded folded = count(past, next, asPaid);
        OrderChange change = folded.order();
        return change == null ? folded : folded.with(change.paid(at));
    }

    private static OrderOnFile told(Past past, OrderOnFile order, Goods goods) {
        Money back = order.money();
        long spent = goods.total() - past.discount();
        return order.with(order.status().asKnown())
                .with(new Money(spent, goods.units(), back.returned(), back.returnedUnits()));
    }

    private static @Nullable CustomerId buyer(Past past) {
        return past.event().subject().customer();
    }

    static Folded shipped(Past past, CustomerState state, String orderId) {
        return Folded.of(state)
                .with(change(past, onFile(past, orderId)).shipped(past.event().occurredAt()));
    }

    static Folded returned(Past past, CustomerState state, OrderReturned returned) {
        long money = returned.goods().total();
        long pieces = returned.goods().units();
        String orderId = returned.orderId();
        if (orderId == null) {
            return Folded.of(lowered(past, state, money, pieces));
        }
        OrderOnFile order = onFile(past, orderId);
        if (order.knows(returned.returnId())) {
            return Folded.of(state).with(change(past, order));
        }
        OrderOnFile after =
                order.with(order.money().plusReturned(money, pieces)).told(returned.returnId());
        if (order.status().cancelled()) {
            return Folded.of(state).with(change(past, after));
        }
        long points = after.pointsBack() - order.pointsBack();
        return reversed(lowered(past, state, money, pieces), order, points).with(change(past, after));
    }

    private static CustomerState lowered(Past past, CustomerState state, long money, long pieces) {
        History history = state.history();
        return state.withHistory(history.with(history.purchases().returned(past.day(), money, pieces)));
    }

    static Folded cancelled(Past past, CustomerState state, String orderId) {
        OrderOnFile order = onFile(past, orderId);
        OrderOnFile after = order.with(order.status().asCancelled());
        if (order.status().cancelled()) {
            return Folded.of(state).with(change(past, after));
        }
        CustomerState without = state.withHistory(state.history().with(without(past, state, order)));
        return reversed(without, order, order.award().points() - order.pointsBack())
                .with(change(past, after));
    }

    /** The purchases as if the order had not been; one that never counted may have lowered them by returns. */
    private static Purchases without(Past past, CustomerState state, OrderOnFile order) {
        Program program = past.program();
        long day = program.dayOf(order.placedAt()).toEpochDay();
        Money money = order.money();
        Purchases restored = state.history().purchases().returned(day, -money.returned(), -money.returnedUnits());
        return order.status().counted()
                ? restored.cancelled(day, money.spent(), money.units(), d -> program.startOf(LocalDate.ofEpochDay(d)))
                : restored;
    }

    private static Folded count(Past past, CustomerState state, OrderOnFile order) {
        Status status = order.status();
        boolean due = past.program().countsAt() == CountsAt.PLACED || status.paid();
        if (!due || !status.known() || status.counted() || status.cancelled()) {
            return Folded.of(state).with(change(past, order));
        }
        Instant at = order.placedAt();
        long day = past.program().dayOf(at).toEpochDay();
        Purchases bought = state.history()
                .purchases()
                .ordered(at, day, order.money().spent(), order.money().units());
        OrderOnFile counted = order.with(status.asCounted());
        return new Folded(state.withHistory(state.history().with(bought)), List.of(), change(past, counted), true);
    }

    static Folded reversed(CustomerState state, OrderOnFile order, long points) {
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

    static OrderOnFile onFile(Past past, String orderId) {
        OrderOnFile order = past.order();
        return order != null
                ? order
                : OrderOnFile.heardOf(
                        orderId, past.event().subject().customer(), past.event().occurredAt());
    }

    static OrderChange change(Past past, OrderOnFile after) {
        return OrderChange.of(after, past.order() == null);
    }
}
