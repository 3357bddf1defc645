package io.pelleh.engine.program;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Dates of the Solar Hijri calendar, years 1206 to 1498: there the 33-year cycle agrees with the almanac.
 *
 * <p>Leap are the years whose remainder by 33 is 1, 5, 9, 13, 17, 22, 26 or 30.
 */
public final class Jalali {

    private static final int FIRST_YEAR = 1206;
    private static final int LAST_YEAR = 1498;
    private static final int LONG_MONTHS = 6;
    private static final int CYCLE = 33;
    private static final int DAYS = 365;
    private static final int NOWRUZ_YEARS = 621;

    /** The first of Farvardin 1206. */
    private static final LocalDate EPOCH = LocalDate.of(1827, 3, 22);

    private Jalali() {}

    /** @throws DateTimeException when there is no such day */
    public static LocalDate toGregorian(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > length(year, month)) {
            throw new DateTimeException("no day " + year + "/" + month + "/" + day + " in the Jalali calendar");
        }
        long days = 0;
        for (int y = FIRST_YEAR; y < year; y++) {
            days += leap(y) ? DAYS + 1 : DAYS;
        }
        int before = month - 1;
        return EPOCH.plusDays(days + 30L * before + Math.min(before, LONG_MONTHS) + day - 1);
    }

    private static int length(int year, int month) {
        if (month <= LONG_MONTHS) {
            return 31;
        }
        return month < 12 || leap(year) ? 30 : 29;
    }

    /** The first day of the month that a day is in. */
    static LocalDate startOfMonth(LocalDate day) {
        Month month = Month.of(day);
        return toGregorian(month.year(), month.number(), 1);
    }

    /** A day, {@code 1405/09/01}. */
    public static String date(LocalDate day) {
        Month month = Month.of(day);
        long number = 1 + ChronoUnit.DAYS.between(toGregorian(month.year(), month.number(), 1), day);
        return "%04d/%02d/%02d".formatted(month.year(), month.number(), number);
    }

    /** The month that a day is in, {@code 1405-09}. */
    static String month(LocalDate day) {
        Month month = Month.of(day);
        return "%04d-%02d".formatted(month.year(), month.number());
    }

    private record Month(int year, int number) {

        /** Nowruz is on the 20th, 21st or 22nd of March. */
        static Month of(LocalDate day) {
            int year = day.getYear() - NOWRUZ_YEARS;
            year -= day.isBefore(toGregorian(year, 1, 1)) ? 1 : 0;
            int number = 1;
            while (number < 12 && !day.isBefore(toGregorian(year, number + 1, 1))) {
                number++;
            }
            return new Month(year, number);
        }
    }

    /** Whether the last month of a year has 30 days. */
    public static boolean leap(int year) {
        return switch (year % CYCLE) {
            case 1, 5, 9, 13, 17, 22, 26, 30 -> true;
            default -> false;
        };
    }
}
