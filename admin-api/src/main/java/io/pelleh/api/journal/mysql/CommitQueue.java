package io.pelleh.api.journal.mysql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Commits in the order they came, handed out in batches whose members touch nothing in common. */
final class CommitQueue {

    /** Events of one transaction, unless a single commit has more. */
    private static final int MAX_STEPS = 2_000;

    /** Callers that were answered together come back together; a batch waits this long for the next of them. */
    private static final long GAP_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final int maxBatch;
    private final BlockingQueue<Pending> arriving;
    private final List<Pending> waiting = new ArrayList<>();
    private int before;

    CommitQueue(int maxBatch, int capacity) {
        this.maxBatch = maxBatch;
        this.arriving = new ArrayBlockingQueue<>(capacity);
    }

    /** Waits for a place; false when there was none in time. */
    boolean offer(Pending pending, long millis) throws InterruptedException {
        return arriving.offer(pending, millis, TimeUnit.MILLISECONDS);
    }

    int size() {
        return arriving.size();
    }

    /** Waits for the next batch; for one thread only. A commit that touches what another does waits for its turn. */
    List<Pending> next() throws InterruptedException {
        if (waiting.isEmpty()) {
            waiting.add(arriving.take());
        }
        arriving.drainTo(waiting, Math.max(0, maxBatch - waiting.size()));
        gather(System.nanoTime() + GATHER_NANOS);
        List<Pending> batch = disjoint();
        before = batch.size();
        return batch;
    }

    /** After a batch of many waits a moment for as many again; after one alone not at all. */
    private void gather(long deadline) throws InterruptedException {
        while (waiting.size() < before && System.nanoTime() < deadline) {
            Pending more = arriving.poll(GAP_NANOS, TimeUnit.NANOSECONDS);
            if (more == null) {
                return;
            }
            waiting.add(more);
        }
    }

    /** Takes out what arrived and was not looked at yet; for any thread. */
    List<Pending> arrived() {
        List<Pending> rest = new ArrayList<>();
        arriving.drainTo(rest);
        return rest;
    }

    /** Takes out what waits for its turn; for the thread that takes batches. */
    List<Pending> waiting() {
        List<Pending> rest = new ArrayList<>(waiting);
        waiting.clear();
        return rest;
    }

    private List<Pending> disjoint() {
        List<Pending> batch = new ArrayList<>();
        Set<List<String>> taken = new HashSet<>();
        int steps = 0;
        for (Iterator<Pending> each = waiting.iterator(); each.hasNext(); ) {
            Pending pending = each.next();
            int more = pending.commit().steps().size();
            boolean fits = batch.isEmpty() || (batch.size() < maxBatch && steps + more <= MAX_STEPS);
            if (fits && Collections.disjoint(taken, pending.touched())) {
                batch.add(pending);
                steps += more;
                each.remove();
            }
            taken.addAll(pending.touched());
        }
        return batch;
    }
}
