package io.pelleh.engine.decision;

import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.DayBucket;
import io.pelleh.engine.customer.History;
import io.pelleh.engine.customer.Watched;
import io.pelleh.engine.facts.Attribute.Since;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the earliest instant at which a customer may change with no event. Early is harmless, late is a defect. */
final class Dues {

    private final Program program;
    private final Thresholds thresholds;
    private final long today;
    private long due = Long.MAX_VALUE;

    private Dues(Program program, Thresholds thresholds, Instant now) {
        this.program = program;
        this.thresholds = thresholds;
        this.today = program.dayOf(now).toEpochDay();
    }

    /** The first due after {@code now}, {@link Instant#MAX} for never. */
    static Instant next(Program program, CustomerState state, Thresholds thresholds, Instant now) {
        Dues dues = new Dues(program, thresholds, now);
        dues.ages(state.history());
        dues.windows(state.history().purchases().days());
        if (thresholds.daily()) {
            dues.candidate(dues.today + 1);
        }
        return earliest(
                dues.instant(), state.wallet().due(now), after(state.standing().tierUntil(), now));
    }

    private void ages(History history) {
        for (Map.Entry<Since, List<Long>> age : thresholds.ages().entrySet()) {
            switch (age.getKey()) {
                case LAST_ORDER -> crossings(history.purchases().lastAt(), age.getValue());
                case FIRST_CONTACT -> crossings(history.seenAt(), age.getValue());
                case LAST_ACTIVITY -> crossings(history.activeAt(), age.getValue());
                case LAST_PURCHASE_OF_PRODUCT -> purchases(history.watched(), age.getValue());
                case NOTHING -> {}
            }
        }
    }

    private void purchases(List<Watched> watched, List<Long> days) {
        for (Watched product : watched) {
            crossings(product.day(), days);
        }
    }

    private void crossings(@Nullable Instant since, List<Long> days) {
        if (since != null) {
            crossings(program.dayOf(since).toEpochDay(), days);
        }
    }

    private void crossings(long since, List<Long> days) {
        for (long n : days) {
            candidate(since + n);
        }
    }

    /** A day leaves a window of {@code n} days when it is {@code n} days old. */
    private void windows(List<DayBucket> days) {
        for (int window : thresholds.windows()) {
            nextExit(window, days);
        }
    }

    private void nextExit(int window, List<DayBucket> days) {
        for (DayBucket bucket : days) {
            if (bucket.day() + window > today) {
                candidate(bucket.day() + window);
                return;
            }
        }
    }

    private void candidate(long day) {
        if (day > today && day < due) {
            due = day;
        }
    }

    private Instant instant() {
        return due == Long.MAX_VALUE ? Instant.MAX : program.startOf(LocalDate.ofEpochDay(due));
    }

    private static Instant after(Instant at, Instant now) {
        return at.isAfter(now) ? at : Instant.MAX;
    }

    private static Instant earliest(Instant a, Instant b, Instant c) {
        Instant ab = a.isBefore(b) ? a : b;
        return ab.isBefore(c) ? ab : c;
    }
}
