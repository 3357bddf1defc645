package io.pelleh.rules.campaign;

import io.pelleh.engine.campaign.Schedule;
import io.pelleh.engine.campaign.Schedule.Hours;
import io.pelleh.engine.program.Jalali;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when a campaign runs; years before 1700 are those of the Jalali calendar. */
final class ScheduleReader {

    private static final Pattern LOCAL = Pattern.compile(
            "(?<year>[0-9]{4})[-/](?<month>[0-9]{1,2})[-/](?<day>[0-9]{1,2})(?:[T ]+(?<time>[0-9]{1,2}:[0-9]{2}))?");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,2}:[0-9]{2}) ?- ?([0-9]{1,2}:[0-9]{2})");
    private static final int GREGORIAN = 1_700;
    private static final Map<String, DayOfWeek> PERSIAN = Map.of(
            "شنبه", DayOfWeek.SATURDAY,
            "یکشنبه", DayOfWeek.SUNDAY,
            "دوشنبه", DayOfWeek.MONDAY,
            "سهشنبه", DayOfWeek.TUESDAY,
            "چهارشنبه", DayOfWeek.WEDNESDAY,
            "پنجشنبه", DayOfWeek.THURSDAY,
            "جمعه", DayOfWeek.FRIDAY);

    private final ZoneId usual;

    ScheduleReader(ZoneId usual) {
        this.usual = usual;
    }

    Schedule read(Fields all) {
        Fields schedule = all.below("schedule", Set.of("from", "before", "zone", "days", "hours"));
        ZoneId zone = schedule.read("zone", usual, ScheduleReader::zone);
        Instant from = schedule.read("from", Instant.MIN, text -> instant(text, zone));
        Instant before = schedule.read("before", Instant.MAX, text -> instant(text, zone));
        if (!from.isBefore(before)) {
            throw schedule.read("before", new Wrong("", ""), text -> new Wrong("it ends before it begins", ""));
        }
        return new Schedule(
                from,
                before,
                zone,
                schedule.words("days", ScheduleReader::day),
                schedule.read("hours", Hours.ALL, ScheduleReader::hours));
    }

    private static ZoneId zone(String written) {
        try {
            return ZoneId.of(written);
        } catch (DateTimeException e) {
            throw new Wrong("there is no time zone " + written, "write for example Asia/Tehran");
        }
    }

    private static Instant instant(String written, ZoneId zone) {
        Matcher parts = LOCAL.matcher(Script.number(written));
        if (!parts.matches()) {
            throw new Wrong("\"" + written + "\" is no day", "write 2026-12-21, 1405-09-30 or 1405-09-30T18:00");
        }
        try {
            int year = Integer.parseInt(parts.group("year"));
            int month = Integer.parseInt(parts.group("month"));
            int day = Integer.parseInt(parts.group("day"));
            LocalDate date = year < GREGORIAN ? Jalali.toGregorian(year, month, day) : LocalDate.of(year, month, day);
            String time = parts.group("time");
            return date.atTime(time == null ? LocalTime.MIDNIGHT : time(time))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new Wrong("\"" + written + "\" is no day", String.valueOf(e.getMessage()));
        }
    }

    private static DayOfWeek day(String written) {
        DayOfWeek persian = PERSIAN.get(Script.normal(written).replace(" ", ""));
        if (persian != null) {
            return persian;
        }
        try {
            return DayOfWeek.valueOf(written.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Wrong("there is no day " + written, "write saturday to friday, or شنبه to جمعه");
        }
    }

    private static Hours hours(String written) {
        Matcher span = SPAN.matcher(Script.number(written));
        if (!span.matches()) {
            throw new Wrong("\"" + written + "\" are no hours", "write 18:00-24:00");
        }
        return new Hours(time(span.group(1)), time(span.group(2)));
    }

    /** Midnight may be written as the end of a day. */
    private static LocalTime time(String written) {
        String[] parts = written.split(":");
        try {
            return written.equals("24:00")
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        } catch (DateTimeException e) {
            throw new Wrong("\"" + written + "\" is no time of day", "write 18:00");
        }
    }
}
