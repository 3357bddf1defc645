package io.pelleh.engine.facts;

import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When and why a customer is looked at.
 *
 * @param today days since 1970-01-01 in the program's zone
 * @param event CloudEvents type of what happened, or {@code checkout} for a quote
 * @param guest nobody known: nothing per customer may be granted
 */
public record Moment(Instant now, long today, ZoneId zone, String event, boolean guest) {

    public static Moment of(Program program, Instant now, String event, boolean guest) {
        return new Moment(now, program.dayOf(now).toEpochDay(), program.zone(), event, guest);
    }
}
