package io.pelleh.engine.decision;

import io.pelleh.engine.event.Event;

/** An event as the journal keeps it, with what was decided about it; of a guest the decision's state says nothing. */
public record Recorded(Event event, Inputs inputs, Decision decision) {}
