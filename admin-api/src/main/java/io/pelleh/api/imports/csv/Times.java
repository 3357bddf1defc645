package io.pelleh.api.imports.csv;

import io.pelleh.engine.program.Jalali;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads instants as one file writes them; for one thread. */
final class Times {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern JALALI =
            Pattern.compile("(\\d{4})\\D(\\d{1,2})\\D(\\d{1,2})(?:\\D+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?");

    private final boolean jalali;
    private final DateTimeFormatter format;
    private final ZoneId zone;

    /** Rows beside each other often share their time. */
    private String lastText = "";

    private Instant last = Instant.EPOCH;

    Times(Mapping.Calendar calendar, ZoneId programs) {
        String pattern = calendar.pattern();
        this.jalali = calendar.jalali();
        this.format = pattern == null ? ISO : strict(pattern);
        this.zone = calendar.zone() == null ? programs : calendar.zone();
    }

    /** The 30th of February is no day; a strict year is {@code u}, though everybody writes {@code y}. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The instant, to the millisecond; a day without a time is its first instant. */
    Instant read(String text) throws RowRejected {
        if (text.equals(lastText)) {
            return last;
        }
        try {
            last = parse(Script.latin(text)).truncatedTo(ChronoUnit.MILLIS);
            lastText = text;
            return last;
        } catch (DateTimeException e) {
            throw new RowRejected("time_unreadable");
        }
    }

    private Instant parse(String text) {
        if (jalali) {
            return solar(text).atZone(zone).toInstant();
        }
        TemporalAccessor best = format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
        return switch (best) {
            case ZonedDateTime zoned -> zoned.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            default -> LocalDate.from(best).atStartOfDay(zone).toInstant();
        };
    }

    private static LocalDateTime solar(String text) {
        Matcher parts = JALALI.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("no Jalali date");
        }
        LocalDate day = Jalali.toGregorian(part(parts, 1), part(parts, 2), part(parts, 3));
        return day.atTime(LocalTime.of(part(parts, 4), part(parts, 5), part(parts, 6)));
    }

    private static int part(Matcher parts, int number) {
        String digits = parts.group(number);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
