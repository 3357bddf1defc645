package io.pelleh.api.journal;

import io.pelleh.engine.event.Event;
import java.util.List;

/** Events that one customer's event causes for another; each is handed out until it is done. */
public interface InternalEvents {

    /** The oldest ones of this node, and of nodes that are gone. */
    List<Waiting> waiting(int limit);

    /** These have been applied, or never will be. */
    void done(List<Waiting> events);

    /** An event and its place in the outbox. */
    record Waiting(int node, long batch, int seq, Event event) {}
}
