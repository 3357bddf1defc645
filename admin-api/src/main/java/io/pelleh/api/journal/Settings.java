package io.pelleh.api.journal;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How a node writes its journal.
 *
 * @param node a name only this node has, so that it finds its place again at once after a crash; or null
 * @param maxBatch commits of one transaction; 1 turns batching off
 * @param queue commits that may wait before callers are held back
 * @param lease how long a silent node keeps its place
 * @param patience how long a commit outlasts an unreachable MySQL, and a caller a full queue
 */
public record Settings(
        @Nullable String node,
        int maxBatch,
        int queue,
        Duration lease,
        Duration patience,
        InstantSource clock,
        CommitListener listener) {

    private static final int MAX_BATCH = 256;
    private static final int QUEUE = 4096;

    public Settings {
        if (maxBatch < 1 || maxBatch > MAX_BATCH || queue < 1) {
            throw new IllegalArgumentException("a batch has 1-256 commits, a queue at least 1");
        }
    }

    public static Settings of(InstantSource clock) {
        return new Settings(
                null, MAX_BATCH, QUEUE, Duration.ofSeconds(10), Duration.ofSeconds(20), clock, CommitListener.NONE);
    }

    public Settings named(String name) {
        return new Settings(name, maxBatch, queue, lease, patience, clock, listener);
    }

    public Settings batchesOf(int commits) {
        return new Settings(node, commits, queue, lease, patience, clock, listener);
    }

    public Settings heardBy(CommitListener next) {
        return new Settings(node, maxBatch, queue, lease, patience, clock, next);
    }

    public Settings leasedFor(Duration next) {
        return new Settings(node, maxBatch, queue, next, patience, clock, listener);
    }

    public Settings patientFor(Duration next) {
        return new Settings(node, maxBatch, queue, lease, next, clock, listener);
    }
}
