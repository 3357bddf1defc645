package io.pelleh.api.journal.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as DATETIME(6) in UTC: microseconds, between the years 1000 and 9999. */
final class Times {

    private static final LocalDateTime FIRST = LocalDateTime.of(1000, 1, 1, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59);

    private Times() {}

    static LocalDateTime column(Instant at) {
        if (at.isBefore(FIRST.toInstant(ZoneOffset.UTC))) {
            return FIRST;
        }
        return at.isAfter(LAST.toInstant(ZoneOffset.UTC)) ? LAST : LocalDateTime.ofInstant(micros(at), ZoneOffset.UTC);
    }

    /** Null for null and for never. */
    static @Nullable LocalDateTime optional(@Nullable Instant at) {
        return at == null || at.equals(Instant.MAX) ? null : column(at);
    }

    /** The instant as it comes back from a column. */
    static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static Instant read(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
