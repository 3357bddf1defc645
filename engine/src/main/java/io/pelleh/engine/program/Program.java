package io.pelleh.engine.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One loyalty program: its money, its calendar and when an order counts as a purchase.
 *
 * @param currency ISO 4217 code; every amount of the program is in its minor units
 * @param exponent decimal digits of a minor unit (IRR 0, EUR 2)
 * @param zone days, months and years begin at local midnight here
 * @param sandbox no messages leave it, and a test key may move its clock forward
 * @param calendar by which weeks and months are counted
 */
public record Program(
        ProgramId id,
        String name,
        String currency,
        int exponent,
        ZoneId zone,
        CountsAt countsAt,
        boolean sandbox,
        Calendar calendar) {

    /** When an order becomes a purchase. */
    public enum CountsAt {
        PLACED,
        PAID
    }

    private static final int MAX_EXPONENT = 4;

    public Program {
        if (currency.length() != 3 || exponent < 0 || exponent > MAX_EXPONENT) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code with exponent 0-4: " + currency);
        }
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
