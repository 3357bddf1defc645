package io.pelleh.api.ruleset;

import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;

/** What each node made of each release. */
public interface Nodes {

    /** This node has loaded a release. */
    void loaded(ProgramId program, long number);

    /** This node could not load a release and keeps the one before. */
    void failed(ProgramId program, long number, String reason);

    /** What the nodes that are alive made of a release; a node that has not said anything yet is {@code LOADING}. */
    List<Node> of(ProgramId program, long number);

    /** How far the customers are who have to be placed again; empty when nobody has. */
    List<Placed> placed(ProgramId program, long number);

    /** One node's word. */
    record Node(int id, State state, String reason, Instant at) {}

    /** What became of a release on a node. */
    enum State {
        LOADING,
        LOADED,
        FAILED
    }

    /** Progress: {@code done} of {@code total} customers. */
    record Placed(long done, long total, boolean finished) {}
}
