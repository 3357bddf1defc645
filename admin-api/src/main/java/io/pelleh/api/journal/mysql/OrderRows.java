package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.json.JournalJson;
import io.pelleh.engine.checkout.CheckoutChange;
import io.pelleh.engine.checkout.OrderChange;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.flow.Commit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a commit writes about orders and its checkout. An order changed in several steps is written once. */
final class OrderRows {

    private final JournalJson json;
    private final Commit commit;
    private final Rows rows;
    private final String program;

    OrderRows(JournalJson json, Commit commit, Rows rows) {
        this.json = json;
        this.commit = commit;
        this.rows = rows;
        this.program = commit.program().id().value();
    }

    void add() {
        changes(commit).forEach((id, change) -> order(change));
        commit.checkouts().forEach(this::checkout);
    }

    /** The change of each order from before the commit to after it. */
    static Map<String, OrderChange> changes(Commit commit) {
        Map<String, OrderChange> changes = new LinkedHashMap<>();
        for (Commit.Step step : commit.steps()) {
            OrderChange change = step.order();
            if (change != null) {
                changes.merge(change.after().orderId(), change, OrderRows::followedBy);
            }
        }
        return changes;
    }

    private static OrderChange followedBy(OrderChange first, OrderChange next) {
        return new OrderChange(
                next.after(),
                first.fresh(),
                known(first.paidAt(), next.paidAt()),
                known(first.shippedAt(), next.shippedAt()));
    }

    private static @Nullable Instant known(@Nullable Instant first, @Nullable Instant next) {
        return next == null ? first : next;
    }

    private void order(OrderChange change) {
        OrderOnFile order = change.after();
        rows.add(
                change.fresh() ? Table.ORDER_FRESH : Table.ORDER_CHANGED,
                program,
                order.orderId(),
                Times.optional(change.paidAt()),
                Times.optional(change.shippedAt()),
                Times.column(order.placedAt()),
                text(order.customer()),
                order.status().known(),
                order.status().paid(),
                order.status().counted(),
                order.status().cancelled(),
                order.money().spent(),
                order.money().units(),
                order.money().returned(),
                order.money().returnedUnits(),
                order.award().lot(),
                order.award().points(),
                Reads.returns(order));
    }

    private void checkout(CheckoutChange change) {
        rows.add(
                Table.CHECKOUT_FRESH,
                program,
                change.id().value(),
                change.to().name(),
                change.revision(),
                text(commit.before() == null ? null : commit.before().id()),
                change.orderId(),
                json.givenBack(change.back()));
        if (change.holds()) {
            rows.add(Table.COUPON_HOLD_LEFT, program, change.id().value());
        }
    }

    private static @Nullable String text(@Nullable CustomerId customer) {
        return customer == null ? null : customer.value();
    }
}
