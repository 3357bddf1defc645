package io.pelleh.engine.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.fixtures.Given;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days, weeks and months begin where a program's people say they do. */
class PeriodTest {

    /** 21 November 2026 is Saturday, 30 Aban 1405; the next day begins Azar. */
    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-11-21T20:00:00Z, 2026-11-21, 2026-11-21T20:30:00Z",
        "DAY, 2026-11-21T21:00:00Z, 2026-11-22, 2026-11-22T20:30:00Z",
        "WEEK, 2026-11-20T21:00:00Z, w2026-11-21, 2026-11-27T20:30:00Z",
        "WEEK, 2026-11-20T20:00:00Z, w2026-11-14, 2026-11-20T20:30:00Z",
        "MONTH, 2026-11-21T12:00:00Z, m1405-08, 2026-11-21T20:30:00Z",
        "MONTH, 2026-11-22T12:00:00Z, m1405-09, 2026-12-21T20:30:00Z",
        "MONTH, 2026-03-20T20:00:00Z, m1404-12, 2026-03-20T20:30:00Z",
        "HOUR, 2026-11-21T20:59:59Z, 2026-11-21T20:00Z, 2026-11-21T21:00:00Z"
    })
    void inTehranWeeksBeginOnSaturdayAndMonthsAreJalali(Period period, Instant at, String key, Instant end) {
        assertThat(period.key(Given.IRR, at)).isEqualTo(key);
        assertThat(period.end(Given.IRR, at)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "WEEK, 2026-11-22T22:59:59Z, w2026-11-16, 2026-11-22T23:00:00Z",
        "MONTH, 2026-11-30T22:59:59Z, m2026-11, 2026-11-30T23:00:00Z"
    })
    void inBerlinWeeksBeginOnMondayAndMonthsAreGregorian(Period period, Instant at, String key, Instant end) {
        assertThat(period.key(Given.EUR, at)).isEqualTo(key);
        assertThat(period.end(Given.EUR, at)).isEqualTo(end);
    }

    @Test
    void forEverHasNoKeyAndNoEnd() {
        assertThat(Period.EVER.key(Given.IRR, Given.NOON)).isEmpty();
        assertThat(Period.EVER.end(Given.IRR, Given.NOON)).isEqualTo(Instant.MAX);
    }

    @Test
    void everyDayIsInOneMonthAndMonthsFollowEachOther() {
        LocalDate day = LocalDate.parse("2020-01-01");
        while (day.getYear() < 2032) {
            Instant noon = Given.noon(Given.IRR, day.toString());
            Instant end = Period.MONTH.end(Given.IRR, noon);
            assertThat(end).isAfter(noon);
            assertThat(Period.MONTH.key(Given.IRR, end.minusSeconds(1))).isEqualTo(Period.MONTH.key(Given.IRR, noon));
            assertThat(Period.MONTH.key(Given.IRR, end)).isGreaterThan(Period.MONTH.key(Given.IRR, noon));
            day = day.plusDays(1);
        }
    }
}
