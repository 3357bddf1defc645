package io.pelleh.engine.points;

import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When points may be spent and when they run out.
 *
 * @param months full calendar months they last after the month they were earned in
 */
public record PointsPolicy(int months) {

    /** Active at once, gone at the end of the twelfth month after. */
    public static final PointsPolicy STARTER = new PointsPolicy(12);

    /** A lot earned now. */
    public Lot lot(Program program, String id, long points, Instant now) {
        LocalDate month = program.dayOf(now).withDayOfMonth(1);
        Instant expiresAt = program.startOf(month.plusMonths(months + 1L));
        return new Lot(id, points, points, now, now, expiresAt);
    }
}
