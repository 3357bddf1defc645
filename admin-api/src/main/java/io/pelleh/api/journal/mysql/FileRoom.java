package io.pelleh.api.journal.mysql;

import io.pelleh.engine.flow.Filed;
import io.pelleh.engine.flow.Filed.Asked;
import io.pelleh.engine.program.ProgramId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files for many callers at once: whoever comes while a read is under way is served by the next one, together with
 * all who came by then, one statement for each table. Nobody waits for a crowd: who comes alone reads at once, in their
 * own thread.
 */
final class FileRoom {

    private static final Logger LOG = LoggerFactory.getLogger(FileRoom.class);
    private static final int MAX_AT_ONCE = 256;

    private final Reads reads;
    private final Deque<Caller> waiting = new ArrayDeque<>();
    private boolean busy;

    FileRoom(Reads reads) {
        this.reads = reads;
    }

    private static final class Caller {

        private final Asked asked;

        /** True when it is this caller's turn to read, for all who wait; false when that was done. */
        private final CompletableFuture<Boolean> called = new CompletableFuture<>();

        private @Nullable Filed filed;

        Caller(Asked asked) {
            this.asked = asked;
        }
    }

    /** @throws io.pelleh.engine.flow.JournalUnavailable when MySQL cannot be reached */
    Filed fetch(Asked asked) {
        Caller me = new Caller(asked);
        if (enter(me) || me.called.join()) {
            serve(me);
        }
        if (me.filed == null) {
            read(List.of(me));
        }
        return Objects.requireNonNull(me.filed);
    }

    /** Whether it is the caller's turn at once. */
    private synchronized boolean enter(Caller me) {
        if (busy) {
            waiting.add(me);
            return false;
        }
        busy = true;
        return true;
    }

    private synchronized void leave() {
        Caller next = waiting.poll();
        if (next == null) {
            busy = false;
        } else {
            next.called.complete(true);
        }
    }

    /** Those who wait, and the caller. */
    private synchronized List<Caller> all(Caller me) {
        List<Caller> all = new ArrayList<>(List.of(me));
        while (all.size() < MAX_AT_ONCE && !waiting.isEmpty()) {
            all.add(waiting.remove());
        }
        return all;
    }

    /** What keeps many from being read together may be about one of them only: then each reads alone. */
    private void serve(Caller me) {
        List<Caller> all = all(me);
        try {
            read(all);
        } catch (RuntimeException e) {
            if (all.size() == 1) {
                throw e;
            }
            LOG.debug("The files of {} callers cannot be read at once; each reads alone", all.size(), e);
        } finally {
            leave();
            all.forEach(caller -> caller.called.complete(false));
        }
    }

    private void read(List<Caller> callers) {
        Map<ProgramId, List<Caller>> byProgram =
                callers.stream().collect(Collectors.groupingBy(caller -> caller.asked.program()));
        byProgram.forEach(this::read);
    }

    private void read(ProgramId program, List<Caller> callers) {
        var orders = found(callers, Asked::order, ids -> reads.orders(program, ids));
        var checkouts = found(callers, asked -> text(asked.checkout()), ids -> reads.checkouts(program, ids));
        var customers = found(callers, asked -> text(asked.customer()), ids -> reads.states(program, ids));
        for (Caller caller : callers) {
            Asked asked = caller.asked;
            caller.filed = new Filed(
                    asked,
                    orders.get(asked.order()),
                    checkouts.get(text(asked.checkout())),
                    customers.get(text(asked.customer())));
        }
    }

    private static <T> Map<String, T> found(
            List<Caller> callers,
            Function<Asked, @Nullable String> id,
            Function<Collection<String>, Map<String, T>> read) {
        List<String> ids = new ArrayList<>();
        for (Caller caller : callers) {
            String wanted = id.apply(caller.asked);
            if (wanted != null) {
                ids.add(wanted);
            }
        }
        return ids.isEmpty() ? Collections.emptyMap() : read.apply(ids);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
