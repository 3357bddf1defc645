package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.mysql.Transaction.Attempt;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.program.ProgramId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The customers of this node whose last commit is durable and not yet known to be in Redis, oldest batch first. */
final class Unkept {

    private final Map<Who, Written> waiting = new LinkedHashMap<>();
    private boolean begun;
    private long lastBatch;

    /** A customer of a program. */
    record Who(ProgramId program, CustomerId customer) {}

    private record Written(long batch, long version, long nanos) {}

    synchronized void written(Attempt attempt) {
        attempt.outcomes().forEach((pending, outcome) -> {
            if (outcome instanceof Committed.Done && pending.commit().before() != null) {
                CustomerState after = pending.commit().after();
                Who who = new Who(pending.commit().program().id(), after.id());
                waiting.remove(who);
                waiting.put(who, new Written(attempt.batch(), after.version(), System.nanoTime()));
            }
        });
        lastBatch = attempt.batch();
    }

    synchronized void kept(ProgramId program, CustomerState state) {
        Who who = new Who(program, state.id());
        Written written = waiting.get(who);
        if (written != null && written.version() <= state.version()) {
            waiting.remove(who);
        }
    }

    /** Everything up to this batch is in Redis, except what was written since and waits. */
    synchronized void begin(long batch) {
        begun = true;
        lastBatch = Math.max(lastBatch, batch);
    }

    /** The node has another number now, with batches of its own. */
    synchronized void reset() {
        begun = false;
        lastBatch = 0;
        waiting.clear();
    }

    /** The batch up to which all is in Redis; 0 while that is not known. */
    synchronized long complete() {
        if (!begun) {
            return 0;
        }
        return waiting.isEmpty()
                ? lastBatch
                : waiting.values().iterator().next().batch() - 1;
    }

    /** Those whose callers were silent for too long. */
    synchronized List<Who> olderThan(Duration age) {
        List<Who> old = new ArrayList<>();
        long now = System.nanoTime();
        Iterator<Map.Entry<Who, Written>> each = waiting.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Who, Written> entry = each.next();
            if (now - entry.getValue().nanos() < age.toNanos()) {
                break;
            }
            old.add(entry.getKey());
        }
        return old;
    }

    synchronized int size() {
        return waiting.size();
    }
}
