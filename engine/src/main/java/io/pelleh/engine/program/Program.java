package io.pelleh.engine.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One loyalty program: its money, its calendar and when an order counts as a purchase.
 *
 * @param currency every amount of the program is in its minor units
 * @param taxIncluded whether prices contain their taxes, where a checkout does not say
 * @param zone days, months and years begin at local midnight here
 * @param sandbox no messages leave it, and a test key may move its clock forward
 * @param calendar by which weeks and months are counted
 */
public record Program(
        ProgramId id,
        String name,
        Currency currency,
        boolean taxIncluded,
        ZoneId zone,
        CountsAt countsAt,
        boolean sandbox,
        Calendar calendar) {

    /** When an order becomes a purchase. */
    public enum CountsAt {
        PLACED,
        PAID
    }

    /** The local calendar day of an instant. */
    public LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The first instant of a local day; a midnight that does not exist becomes the next valid instant. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
