package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutChange;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutOnFile;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening.CheckoutCancelled;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import org.jspecify.annotations.Nullable;

/** Lets a checkout move only where it may go. */
final class CheckoutMoves {

    private final Event event;
    private final @Nullable CheckoutOnFile onFile;

    /** Reads the checkout an event moves, if it moves one. */
    CheckoutMoves(Journal journal, Event event) {
        this.event = event;
        CheckoutId id = switch (event.happening()) {
            case CheckoutClosed closed -> closed.checkout();
            case CheckoutCancelled cancelled -> cancelled.checkout();
            default -> null;
        };
        this.onFile =
                id == null ? null : journal.checkout(event.id().program(), id).orElse(null);
    }

    /** Whether the checkout has left the state in which everything begins, perhaps by this very event. */
    boolean done() {
        return from() != CheckoutState.OPEN;
    }

    /**
     * The move this event makes, or null when it is not about a checkout.
     *
     * @throws CheckoutMoveForbidden when the checkout cannot go there
     */
    @Nullable
    CheckoutChange change() {
        return switch (event.happening()) {
            case CheckoutClosed closed -> move(closed.checkout(), CheckoutState.CLOSED, closed.orderId());
            case CheckoutCancelled cancelled -> move(cancelled.checkout(), CheckoutState.CANCELLED, null);
            default -> null;
        };
    }

    private CheckoutChange move(CheckoutId id, CheckoutState to, @Nullable String orderId) {
        if (!from().mayBecome(to)) {
            throw new CheckoutMoveForbidden(id, from(), to);
        }
        return new CheckoutChange(id, to, (onFile == null ? 0 : onFile.revision()) + 1, orderId);
    }

    private CheckoutState from() {
        return onFile == null ? CheckoutState.OPEN : onFile.state();
    }
}
