package io.pelleh.engine.program;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The calendar by which a program counts weeks and months. */
public enum Calendar {
    /** Weeks begin on Monday. */
    GREGORIAN(DayOfWeek.MONDAY),
    /** The Solar Hijri calendar; weeks begin on Saturday. */
    JALALI(DayOfWeek.SATURDAY);

    private final DayOfWeek first;

    Calendar(DayOfWeek first) {
        this.first = first;
    }

    /** The usual one of a time zone. */
    public static Calendar usual(ZoneId zone) {
        return zone.getId().equals("Asia/Tehran") ? JALALI : GREGORIAN;
    }

    LocalDate startOfWeek(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(first));
    }

    LocalDate startOfMonth(LocalDate day) {
        return switch (this) {
            case GREGORIAN -> day.withDayOfMonth(1);
            case JALALI -> Jalali.startOfMonth(day);
        };
    }

    /** The month that a day is in: {@code 2026-11}, {@code 1405-09}. */
    String month(LocalDate day) {
        return switch (this) {
            case GREGORIAN -> "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
            case JALALI -> Jalali.month(day);
        };
    }
}
