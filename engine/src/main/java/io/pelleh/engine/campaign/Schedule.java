package io.pelleh.engine.campaign;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When a campaign runs: from an instant on, before another, and between them on some days at some hours.
 *
 * @param zone in which days and hours are read
 * @param days none for every day
 * @param hours from the first on, before the second; equal ones for all day
 */
public record Schedule(Instant from, Instant until, ZoneId zone, Set<DayOfWeek> days, Hours hours) {

    /** Hours of a day; past midnight when the second is not after the first. */
    public record Hours(LocalTime from, LocalTime before) {

        public static final Hours ALL = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        boolean has(LocalTime time) {
            if (from.equals(before)) {
                return true;
            }
            return from.isBefore(before)
                    ? !time.isBefore(from) && time.isBefore(before)
                    : !time.isBefore(from) || time.isBefore(before);
        }

        /** Whether a time belongs to the day before: the hours began there. */
        boolean late(LocalTime time) {
            return before.isBefore(from) && time.isBefore(before);
        }
    }

    public Schedule {
        days = Set.copyOf(days);
    }

    /** Whether it has not begun. */
    public boolean before(Instant at) {
        return at.isBefore(from);
    }

    /** Whether it is over. */
    public boolean over(Instant at) {
        return !at.isBefore(until);
    }

    /** Until when it surely runs on, where it runs: its end, or that of the day or the hours. */
    public Instant runsUntil(Instant at) {
        if (days.isEmpty() && hours.equals(Hours.ALL)) {
            return until;
        }
        ZonedDateTime now = at.atZone(zone);
        ZonedDateTime today = now.with(hours.before());
        Instant pause = (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
        return pause.isBefore(until) ? pause : until;
    }

    /** Whether it runs at an instant. */
    public boolean runs(Instant at) {
        if (before(at) || over(at)) {
            return false;
        }
        if (days.isEmpty() && hours.equals(Hours.ALL)) {
            return true;
        }
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        DayOfWeek day = (hours.late(time) ? local.minusDays(1) : local).getDayOfWeek();
        return hours.has(time) && (days.isEmpty() || days.contains(day));
    }
}
