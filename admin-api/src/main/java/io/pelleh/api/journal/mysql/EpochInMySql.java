package io.pelleh.api.journal.mysql;

import io.pelleh.engine.customer.Epoch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The epoch of Redis keys, read again every second. */
final class EpochInMySql implements Epoch {

    private static final Logger LOG = LoggerFactory.getLogger(EpochInMySql.class);
    private static final int MAX_REASON = 200;

    private final Asking sql;
    private volatile long current;

    EpochInMySql(Asking sql) {
        this.sql = sql;
        refresh();
    }

    void refresh() {
        current = sql.first(row -> row.getLong(1), "SELECT epoch FROM redis_epoch WHERE id = 1")
                .orElseThrow(() -> new IllegalStateException("table redis_epoch lost its only row"));
    }

    @Override
    public long current() {
        return current;
    }

    @Override
    public void raise(String reason) {
        sql.change(
                "UPDATE redis_epoch SET epoch = epoch + 1, reason = ?, raised_at = UTC_TIMESTAMP(6) WHERE id = 1",
                reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason);
        refresh();
        LOG.warn("Redis epoch {} begins: {}", current, reason);
    }

    @Override
    public void serving(String runId) {
        int raised = sql.change(
                "UPDATE redis_epoch SET epoch = epoch + 1, run_id = ?, reason = 'another Redis',"
                        + " raised_at = UTC_TIMESTAMP(6) WHERE id = 1 AND run_id <> ?",
                runId,
                runId);
        refresh();
        if (raised == 1) {
            LOG.info("Redis epoch {} begins: this Redis was not met before", current);
        }
    }
}
