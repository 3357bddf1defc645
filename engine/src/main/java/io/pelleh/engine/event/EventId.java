package io.pelleh.engine.event;

import io.pelleh.engine.program.ProgramId;

/** The sender-made identity of an event: unique per program and source. */
public record EventId(ProgramId program, String source, String id) {

    private static final int MAX_LENGTH = 200;

    public EventId {
        if (source.isEmpty() || source.length() > MAX_LENGTH || id.isEmpty() || id.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("event source and id must have 1-200 characters");
        }
    }
}
