package io.pelleh.api.pause;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that something was switched off.
 *
 * @param what id of a promotion, {@code campaigns/} and the name of a campaign, or {@value #PROGRAM}
 * @param until when it was switched on again, or null while it is off
 * @param resumedBy who did, or null
 */
public record Pause(
        String what,
        Instant from,
        @Nullable Instant until,
        String actor,
        @Nullable String resumedBy,
        String reason) {

    /** Stands for every promotion of the program. */
    public static final String PROGRAM = "program";

    boolean at(Instant instant) {
        return !instant.isBefore(from) && (until == null || instant.isBefore(until));
    }
}
