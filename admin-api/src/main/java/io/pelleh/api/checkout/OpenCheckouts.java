package io.pelleh.api.checkout;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.checkout.Promise;
import io.pelleh.engine.flow.CheckoutMoveForbidden;
import io.pelleh.engine.flow.Journal;
import io.pelleh.engine.program.ProgramId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open checkouts between a quote and the flush that writes them, so that a quote waits for no database. A crash loses
 * what was seen since the last flush; no decision rests on it.
 */
public final class OpenCheckouts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenCheckouts.class);
    private static final int MAX_KNOWN = 50_000;
    private static final int MAX_WAITING = 100_000;
    private static final long FLUSH_MILLIS = 500;

    private final OpenCheckoutRows rows;
    private final Journal journal;
    private final Map<Key, Supplier<OpenCheckout>> waiting = new ConcurrentHashMap<>();
    private final Map<Key, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
            return size() > MAX_KNOWN;
        }
    });
    private final Thread flusher;

    public OpenCheckouts(OpenCheckoutRows rows, Journal journal) {
        this.rows = rows;
        this.journal = journal;
        this.flusher = Thread.ofVirtual().name("open-checkouts").start(this::flushUntilClosed);
    }

    private record Key(ProgramId program, CheckoutId id) {}

    /** Where a checkout stands, and whether it may hold coupons. */
    private record Known(CheckoutState state, boolean holds) {}

    /**
     * Refuses a quote for a checkout that is not open any more. Only the first quote of a checkout asks the journal; a
     * close on another node is seen here once this node has forgotten the checkout.
     *
     * @return whether it may hold coupons
     * @throws CheckoutMoveForbidden when the checkout was closed or cancelled
     */
    boolean mustBeOpen(ProgramId program, CheckoutId id) {
        Key key = new Key(program, id);
        Known last = known.get(key);
        if (last == null) {
            last = journal.checkout(program, id)
                    .map(file -> new Known(file.state(), file.holds()))
                    .orElse(new Known(CheckoutState.OPEN, false));
            known.put(key, last);
        }
        if (last.state() != CheckoutState.OPEN) {
            throw new CheckoutMoveForbidden(id, last.state(), CheckoutState.OPEN);
        }
        return last.holds();
    }

    /** Remembers whether an open checkout holds coupons now. */
    void holds(ProgramId program, CheckoutId id, boolean some) {
        known.computeIfPresent(
                new Key(program, id),
                (key, last) -> last.state() == CheckoutState.OPEN ? new Known(last.state(), some) : last);
    }

    /**
     * Refuses what asks about a checkout that was never seen.
     *
     * @throws Refused when there is none
     */
    void mustBeKnown(ProgramId program, CheckoutId id) {
        if (!known.containsKey(new Key(program, id))
                && journal.checkout(program, id).isEmpty()) {
            throw new Refused(Code.CHECKOUT_NOT_FOUND, "the program has no checkout of this id");
        }
    }

    /**
     * Remembers what a quote saw; the flush writes it within a second.
     *
     * @param checkout asked for when it is written, so that a quote does not wait for its digest
     */
    void seen(ProgramId program, CheckoutId id, Supplier<OpenCheckout> checkout) {
        if (waiting.size() < MAX_WAITING) {
            waiting.put(new Key(program, id), checkout);
        }
    }

    /** A commit moved the checkout on. */
    void moved(ProgramId program, CheckoutId id, CheckoutState to) {
        Key key = new Key(program, id);
        waiting.remove(key);
        known.put(key, new Known(to, false));
    }

    /** What the shopper was last shown here and is not written yet, or null. */
    @Nullable
    Promise promise(ProgramId program, CheckoutId id) {
        Supplier<OpenCheckout> seen = waiting.get(new Key(program, id));
        return seen == null ? null : seen.get().promise();
    }

    /** The open checkout as last seen. */
    Optional<OpenCheckout> find(ProgramId program, CheckoutId id) {
        Supplier<OpenCheckout> seen = waiting.get(new Key(program, id));
        return seen != null ? Optional.of(seen.get()) : rows.find(program, id);
    }

    private void flushUntilClosed() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(FLUSH_MILLIS);
                flush();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("open checkouts could not be written; the next flush tries again", e);
            }
        }
    }

    /** Writes what was seen; what cannot be written waits for the next time. */
    void flush() {
        List<Map.Entry<Key, Supplier<OpenCheckout>>> batch = new ArrayList<>(waiting.entrySet());
        if (batch.isEmpty()) {
            return;
        }
        rows.save(batch.stream().map(entry -> entry.getValue().get()).toList());
        batch.forEach(entry -> waiting.remove(entry.getKey(), entry.getValue()));
    }

    /** Writes what is waiting and stops. */
    @Override
    public void close() {
        flusher.interrupt();
        try {
            flusher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        flush();
    }
}
