package io.pelleh.api.journal.mysql;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;

/** Deletes what need not be kept any longer, in small steps. */
final class CleanUp {

    private static final Duration ANSWERS = Duration.ofDays(30);
    private static final Duration HOLDS = Duration.ofDays(1);
    private static final Duration EXPOSURES = Duration.ofDays(62);
    private static final int STEP = 1_000;
    private static final int MAX_STEPS = 1_000;

    private final Asking sql;
    private final InstantSource clock;

    CleanUp(Asking sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Deletes answers of more than 30 days ago; batches are in order of time, so only the front is looked at. */
    int answers() {
        LocalDateTime before = Times.column(clock.instant().minus(ANSWERS));
        int deleted = 0;
        for (int node : sql.list(row -> row.getInt(1), "SELECT id FROM node")) {
            deleted += answers(node, before);
        }
        return deleted;
    }

    /** Deletes keys of commits of more than 30 days ago. */
    int keys() {
        return all("DELETE FROM idempotency_key WHERE used_at < ?", ANSWERS);
    }

    /** Deletes what was held of coupons and ended more than a day ago. */
    int holds() {
        return all("DELETE FROM coupon_hold WHERE held_until < ?", HOLDS);
    }

    /** Deletes what was shown in a period that has long ended; what is counted for ever stays. */
    int exposures() {
        return all("DELETE FROM exposure WHERE period <> '' AND shown_at < ?", EXPOSURES);
    }

    private int all(String delete, Duration age) {
        LocalDateTime before = Times.column(clock.instant().minus(age));
        int deleted = 0;
        for (int step = 0; step < MAX_STEPS; step++) {
            int some = sql.change(delete + " LIMIT " + STEP, before);
            deleted += some;
            if (some < STEP) {
                return deleted;
            }
        }
        return deleted;
    }

    private int answers(int node, LocalDateTime before) {
        int deleted = 0;
        for (int step = 0; step < MAX_STEPS; step++) {
            int some = front(node, before);
            deleted += some;
            if (some == 0) {
                return deleted;
            }
        }
        return deleted;
    }

    private int front(int node, LocalDateTime before) {
        return sql.first(
                        row -> row.getLong(1),
                        "SELECT COALESCE(MAX(batch), 0) FROM (SELECT batch, decided_at FROM answer WHERE node_id = ?"
                                + " ORDER BY batch LIMIT ?) front WHERE decided_at < ?",
                        node,
                        STEP,
                        before)
                .map(batch -> sql.change("DELETE FROM answer WHERE node_id = ? AND batch <= ?", node, batch))
                .orElse(0);
    }
}
