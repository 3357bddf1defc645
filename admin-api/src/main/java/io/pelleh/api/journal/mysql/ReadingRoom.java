package io.pelleh.api.journal.mysql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads for many callers at once: whoever comes while a read is under way is served by the next one, together with all
 * who came by then. Nobody waits for a crowd: who comes alone reads at once, in their own thread.
 *
 * @param <Q> what is asked
 * @param <A> what is found
 */
final class ReadingRoom<Q, A> {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingRoom.class);
    private static final int MAX_AT_ONCE = 256;

    private final Shelf<Q, A> shelf;
    private final Deque<Caller<Q, A>> waiting = new ArrayDeque<>();
    private boolean busy;

    ReadingRoom(Shelf<Q, A> shelf) {
        this.shelf = shelf;
    }

    /** Finds what several ask for, in few statements. */
    @FunctionalInterface
    interface Shelf<Q, A> {

        /** What each asked for, in the order of the questions. */
        List<A> read(List<Q> questions);
    }

    private static final class Caller<Q, A> {

        private final Q question;

        /** True when it is this caller's turn to read, for all who wait; false when that was done. */
        private final CompletableFuture<Boolean> called = new CompletableFuture<>();

        private @Nullable A found;

        Caller(Q question) {
            this.question = question;
        }
    }

    /** @throws io.pelleh.engine.flow.JournalUnavailable when MySQL cannot be reached */
    A fetch(Q question) {
        Caller<Q, A> me = new Caller<>(question);
        if (enter(me) || me.called.join()) {
            serve(me);
        }
        if (me.found == null) {
            read(List.of(me));
        }
        return Objects.requireNonNull(me.found);
    }

    /** Whether it is the caller's turn at once. */
    private synchronized boolean enter(Caller<Q, A> me) {
        if (busy) {
            waiting.add(me);
            return false;
        }
        busy = true;
        return true;
    }

    private synchronized void leave() {
        Caller<Q, A> next = waiting.poll();
        if (next == null) {
            busy = false;
        } else {
            next.called.complete(true);
        }
    }

    /** Those who wait, and the caller. */
    private synchronized List<Caller<Q, A>> all(Caller<Q, A> me) {
        List<Caller<Q, A>> all = new ArrayList<>(List.of(me));
        while (all.size() < MAX_AT_ONCE && !waiting.isEmpty()) {
            all.add(waiting.remove());
        }
        return all;
    }

    /** What keeps many from being read together may be about one of them only: then each reads alone. */
    private void serve(Caller<Q, A> me) {
        List<Caller<Q, A>> all = all(me);
        try {
            read(all);
        } catch (RuntimeException e) {
            if (all.size() == 1) {
                throw e;
            }
            LOG.debug("{} callers cannot read at once; each reads alone", all.size(), e);
        } finally {
            leave();
            all.forEach(caller -> caller.called.complete(false));
        }
    }

    private void read(List<Caller<Q, A>> callers) {
        List<A> found =
                shelf.read(callers.stream().map(caller -> caller.question).toList());
        for (int i = 0; i < callers.size(); i++) {
            callers.get(i).found = found.get(i);
        }
    }
}
