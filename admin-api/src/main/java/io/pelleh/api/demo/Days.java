package io.pelleh.api.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days counted back from today, so that the shop's past ends now whenever it is made. */
record Days(Instant now, ZoneId zone) {

    /** What is younger than this comes in as it would in a running shop. */
    private static final Duration LIVE = Duration.ofDays(1);

    private static final int MINUTES_OF_HOUR = 60;

    Instant ago(int days, int minuteOfDay) {
        return today().minusDays(days)
                .atTime(minuteOfDay / MINUTES_OF_HOUR, minuteOfDay % MINUTES_OF_HOUR)
                .atZone(zone)
                .toInstant();
    }

    boolean live(Instant at) {
        return at.isAfter(now.minus(LIVE));
    }

    LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }
}
