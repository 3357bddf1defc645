package io.pelleh.engine.customer;

/** Which copies of states may be believed: those written in the present epoch. The number is held in MySQL. */
public interface Epoch {

    /** The present epoch, as far as this node knows; at most a second old. */
    long current();

    /** Begins the next epoch: every copy written before counts as absent, on every node. */
    void raise(String reason);

    /** Begins the next epoch if {@code runId} is not the Redis that the present one was written to. */
    void serving(String runId);
}
