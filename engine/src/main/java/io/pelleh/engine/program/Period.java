package io.pelleh.engine.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How long something counts before it begins anew: days and longer by a program's zone and calendar. */
public enum Period {
    EVER,
    /** An hour of elapsed time, in UTC. */
    HOUR,
    DAY,
    WEEK,
    MONTH;

    /** Names the period an instant is in; empty for ever. */
    public String key(Program program, Instant at) {
        LocalDate day = program.dayOf(at);
        return switch (this) {
            case EVER -> "";
            case HOUR -> at.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS) + "";
            case DAY -> day.toString();
            case WEEK -> "w" + program.calendar().startOfWeek(day);
            case MONTH -> "m" + program.calendar().month(day);
        };
    }

    /** The first instant after the period that an instant is in. */
    public Instant end(Program program, Instant at) {
        LocalDate day = program.dayOf(at);
        Calendar calendar = program.calendar();
        return switch (this) {
            case EVER -> Instant.MAX;
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            case DAY -> program.startOf(day.plusDays(1));
            case WEEK -> program.startOf(calendar.startOfWeek(day).plusWeeks(1));
            case MONTH ->
                program.startOf(calendar.startOfMonth(calendar.startOfMonth(day).plusDays(32)));
        };
    }
}
