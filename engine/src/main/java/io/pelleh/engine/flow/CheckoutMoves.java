package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutChange;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutOnFile;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.Happening.CheckoutCancelled;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a checkout move only where it may go. */
final class CheckoutMoves {

    private final Journal journal;
    private final Event event;

    CheckoutMoves(Journal journal, Event event) {
        this.journal = journal;
        this.event = event;
    }

    /** The state an event moves a checkout to; open for one that is about something else. */
    static CheckoutState target(Happening happening) {
        return switch (happening) {
            case CheckoutClosed closed -> CheckoutState.CLOSED;
            case CheckoutCancelled cancelled -> CheckoutState.CANCELLED;
            default -> CheckoutState.OPEN;
        };
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
        Optional<CheckoutOnFile> onFile = journal.checkout(event.id().program(), id);
        CheckoutState from = onFile.map(CheckoutOnFile::state).orElse(CheckoutState.OPEN);
        if (!from.mayBecome(to)) {
            throw new CheckoutMoveForbidden(id, from, to);
        }
        return new CheckoutChange(id, to, onFile.map(CheckoutOnFile::revision).orElse(0L) + 1, orderId);
    }
}
