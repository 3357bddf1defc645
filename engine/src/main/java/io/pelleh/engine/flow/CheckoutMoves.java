package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutChange;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutOnFile;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.checkout.Promise;
import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening.CheckoutCancelled;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.event.Happening.CheckoutReturned;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets a checkout move only where it may go. */
final class CheckoutMoves {

    private final Event event;
    private final @Nullable CheckoutId id;
    private final @Nullable CheckoutOnFile onFile;

    /** Reads the checkout an event moves, if it moves one. */
    CheckoutMoves(Journal journal, Event event) {
        this(event, read(journal, event));
    }

    /** @param onFile the checkout the event moves, if it moves one that is on file */
    CheckoutMoves(Event event, @Nullable CheckoutOnFile onFile) {
        this.event = event;
        this.id = event.happening().checkout();
        this.onFile = onFile;
    }

    private static @Nullable CheckoutOnFile read(Journal journal, Event event) {
        CheckoutId id = event.happening().checkout();
        return id == null ? null : journal.checkout(event.id().program(), id).orElse(null);
    }

    /** The same event, once it is known which order the checkout has become that it takes back. */
    static Event named(Journal journal, Event event) {
        if (event.happening() instanceof CheckoutClosed) {
            return event;
        }
        CheckoutOnFile onFile = new CheckoutMoves(journal, event).sold();
        if (onFile == null) {
            return event;
        }
        return switch (event.happening()) {
            case CheckoutCancelled cancelled ->
                event.saying(new CheckoutCancelled(cancelled.checkout(), onFile.orderId()));
            case CheckoutReturned returned ->
                event.saying(new CheckoutReturned(returned.checkout(), onFile.orderId(), returned.returning()));
            default -> event;
        };
    }

    /** The same event, with what its shopper was promised for this very basket. */
    Event promising(Event meant) {
        if (!(meant.happening() instanceof CheckoutClosed closed)) {
            return meant;
        }
        Promise promise = closed.promise() == null && onFile != null ? onFile.promise() : closed.promise();
        if (promise == null) {
            return meant;
        }
        boolean same = promise.basket()
                .equals(Baskets.digest(closed.goods(), meant.subject().customer()));
        return meant.saying(closed.promising(same ? promise : null));
    }

    /** Whether the checkout has left the state in which everything begins, perhaps by this very event. */
    boolean done() {
        return from() != CheckoutState.OPEN;
    }

    /** The checkout as it stands, where this event takes back what it sold; null where it does not. */
    @Nullable
    CheckoutOnFile sold() {
        return onFile != null && onFile.state().sold() && !(event.happening() instanceof CheckoutClosed)
                ? onFile
                : null;
    }

    /**
     * Looks whether the checkout may go where the event wants it.
     *
     * @throws CheckoutMoveForbidden when it may not
     * @throws StillDeciding when the checkout was closed since the event came in
     */
    void check() {
        switch (event.happening()) {
            case CheckoutClosed closed -> mayBecome(CheckoutState.CLOSED);
            case CheckoutCancelled cancelled -> mayBecome(CheckoutState.CANCELLED);
            case CheckoutReturned returned -> mayBecome(CheckoutState.PARTIALLY_RETURNED);
            default -> {}
        }
        CheckoutOnFile sold = sold();
        if (sold != null && !Objects.equals(sold.orderId(), event.happening().order())) {
            throw new StillDeciding("checkout " + sold.id() + " has just been closed; repeat the request");
        }
    }

    private void mayBecome(CheckoutState to) {
        if (!from().mayBecome(to)) {
            throw new CheckoutMoveForbidden(Objects.requireNonNull(id), from(), to);
        }
    }

    /** The moves this event makes: none when it is not about a checkout. */
    List<CheckoutChange> changes(Decision decision) {
        CheckoutChange change = change(decision);
        return change == null ? List.of() : List.of(change);
    }

    /** The move this event makes, or null when it is not about a checkout. */
    @Nullable
    CheckoutChange change(Decision decision) {
        if (id == null) {
            return null;
        }
        Refund refund = decision.refund().orElse(null);
        CheckoutState to = refund != null
                ? refund.to()
                : event.happening() instanceof CheckoutClosed ? CheckoutState.CLOSED : CheckoutState.CANCELLED;
        return new CheckoutChange(
                id,
                to,
                revision() + 1,
                event.happening().order(),
                refund == null ? null : refund.after(),
                onFile != null && onFile.holds() && onFile.state() == CheckoutState.OPEN);
    }

    private long revision() {
        return onFile == null ? 0 : onFile.revision();
    }

    private CheckoutState from() {
        return onFile == null ? CheckoutState.OPEN : onFile.state();
    }
}
