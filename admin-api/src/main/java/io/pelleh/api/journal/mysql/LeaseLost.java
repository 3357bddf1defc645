package io.pelleh.api.journal.mysql;

/** This node was silent for so long that its place was given away. */
final class LeaseLost extends RuntimeException {

    LeaseLost(int node) {
        super("the lease on node " + node + " was lost; this process takes another place");
    }
}
