package io.pelleh.engine.lifecycle;

import io.pelleh.engine.checkout.OrderChange;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.points.LedgerEntry;
import io.pelleh.engine.points.Wallet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's state once an event is part of the past.
 *
 * @param counted the event made an order a purchase
 */
public record Folded(
        CustomerState state,
        List<LedgerEntry> ledger,
        @Nullable OrderChange order,
        boolean counted) {

    public Folded {
        ledger = List.copyOf(ledger);
    }

    static Folded booked(CustomerState state, Wallet.Change change) {
        return new Folded(state.withWallet(change.wallet()), change.entries(), null, false);
    }

    /** The same, with what it does to an order. */
    Folded with(OrderChange change) {
        return new Folded(state, ledger, change, counted);
    }

    /** The same, with what comes after it on the same state. */
    Folded then(Folded more) {
        List<LedgerEntry> all = new ArrayList<>(ledger);
        all.addAll(more.ledger());
        return new Folded(more.state(), all, order, counted);
    }

    static Folded of(CustomerState state) {
        return new Folded(state, List.of(), null, false);
    }
}
