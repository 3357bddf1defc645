package io.pelleh.api.journal;

/** Hears how the group committer fares; called from threads that others wait for, so it must be quick. */
public interface CommitListener {

    CommitListener NONE = new CommitListener() {};

    /** A transaction is durable, with this many commits in it. */
    default void batch(int commits, long nanos) {}

    /** A commit found its customer, order or checkout changed. */
    default void clash() {}

    /** A commit found a code used up, or held by somebody else. */
    default void codeTaken() {}

    /** A commit found its event already there. */
    default void repeat() {}

    /** A commit found a counter at its limit. */
    default void exhausted() {}

    /** A transaction failed and is tried again, as a whole or commit by commit. */
    default void retry() {}

    /** A state was put into Redis that a node had left behind. */
    default void repaired() {}

    /** Commits waiting now. */
    default void queued(int commits) {}
}
