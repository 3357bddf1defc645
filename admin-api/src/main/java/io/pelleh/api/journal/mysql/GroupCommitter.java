package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.CommitListener;
import io.pelleh.api.journal.Settings;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.flow.JournalUnavailable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one committer of a node: gathers what waits while the transaction before is made durable. */
final class GroupCommitter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommitter.class);

    private final CommitQueue queue;
    private final BatchWriter writer;
    private final long patienceMillis;
    private final CommitListener listener;
    private final Thread thread;
    private volatile boolean closing;

    GroupCommitter(BatchWriter writer, Settings settings) {
        this.writer = writer;
        this.queue = new CommitQueue(settings.maxBatch(), settings.queue());
        this.patienceMillis = settings.patience().toMillis();
        this.listener = settings.listener();
        this.thread = Thread.ofPlatform().name("pelleh-committer").start(this::run);
    }

    /** Takes a commit in; waits while the queue is full. */
    CompletableFuture<Committed> commit(Pending pending) {
        try {
            if (closing || !queue.offer(pending, patienceMillis)) {
                pending.result().completeExceptionally(new JournalUnavailable("the committer is too far behind"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pending.result().completeExceptionally(new JournalUnavailable("interrupted while waiting", e));
        }
        if (closing) {
            fail(queue.arrived());
        }
        return pending.result();
    }

    /** Commits waiting now. */
    int waiting() {
        return queue.size();
    }

    private void run() {
        try (writer) {
            while (!Thread.currentThread().isInterrupted()) {
                List<Pending> batch = queue.next();
                listener.queued(queue.size());
                write(batch);
            }
        } catch (InterruptedException e) {
            LOG.debug("The committer was asked to end", e);
        } finally {
            closing = true;
            fail(queue.waiting());
            fail(queue.arrived());
        }
    }

    /** A defect in one batch must not end the committer. */
    private void write(List<Pending> batch) {
        try {
            writer.write(batch);
        } catch (RuntimeException e) {
            LOG.error("A batch of {} commits failed", batch.size(), e);
            batch.forEach(pending -> pending.result().completeExceptionally(e));
        }
    }

    private static void fail(List<Pending> left) {
        left.forEach(one -> one.result().completeExceptionally(new JournalUnavailable("the committer is closed")));
    }

    /** Ends after the batch under way; what still waits fails. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
