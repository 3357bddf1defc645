package io.pelleh.rules.reading;

import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a rule is in force: from the first instant of one day up to, not with, the first instant of another.
 *
 * @param from inclusive
 * @param until exclusive
 */
public record Validity(Instant from, Instant until) {

    public static final Validity ALWAYS = new Validity(Instant.MIN, Instant.MAX);

    /** Drools' own way to write a date. */
    private static final DateTimeFormatter DROOLS = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-MMM-uuuu")
            .toFormatter(Locale.ENGLISH);

    static Validity of(@Nullable String effective, @Nullable String expires, ZoneId zone) {
        return new Validity(
                effective == null
                        ? Instant.MIN
                        : day(effective).atStartOfDay(zone).toInstant(),
                expires == null ? Instant.MAX : day(expires).atStartOfDay(zone).toInstant());
    }

    public boolean covers(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    public boolean always() {
        return equals(ALWAYS);
    }

    /** {@code 2030-03-20} or {@code 20-Mar-2030}, in either digits. */
    static LocalDate day(String written) {
        String plain = Script.number(written).replace("\"", "");
        try {
            return Character.isDigit(plain.charAt(Math.min(2, plain.length() - 1)))
                    ? LocalDate.parse(plain)
                    : LocalDate.parse(plain, DROOLS);
        } catch (DateTimeParseException e) {
            throw new Wrong("\"" + written + "\" is not a date", "write 2030-03-20 or 20-Mar-2030");
        }
    }
}
