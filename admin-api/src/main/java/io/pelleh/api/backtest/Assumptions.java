package io.pelleh.api.backtest;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.event.Happening.OrderPaid;
import io.pelleh.engine.event.Happening.OrderPlaced;
import java.util.List;

/**
 * What is supposed about the past where it says nothing.
 *
 * @param shipping minor units that an order costs which names no shipping charge
 * @param leaveOut beginnings of the ids of orders that are left out: corrections, tests
 */
record Assumptions(long shipping, List<String> leaveOut) {

    static final Assumptions NONE = new Assumptions(0, List.of());

    Assumptions {
        leaveOut = List.copyOf(leaveOut);
    }

    boolean leavesOut(Event event) {
        String order = event.happening().order();
        return order != null && leaveOut.stream().anyMatch(order::startsWith);
    }

    /** The event with what is supposed about it. */
    Event applied(Event event) {
        return shipping == 0
                ? event
                : new Event(
                        event.id(),
                        event.type(),
                        event.subject(),
                        event.occurredAt(),
                        event.origin(),
                        event.digest(),
                        shipped(event.happening()));
    }

    private Happening shipped(Happening happening) {
        return switch (happening) {
            case CheckoutClosed e ->
                new CheckoutClosed(e.checkout(), e.orderId(), e.referralCode(), shipped(e.goods()));
            case OrderPlaced e -> new OrderPlaced(e.orderId(), shipped(e.goods()));
            case OrderPaid(var order, var goods) when goods != null -> new OrderPaid(order, shipped(goods));
            default -> happening;
        };
    }

    private Goods shipped(Goods goods) {
        return goods.shipping() > 0
                ? goods
                : new Goods(goods.lines(), shipping, goods.coupons(), goods.attributes())
                        .by(goods.keys())
                        .taxed(goods.taxes());
    }
}
