package io.pelleh.api.coupon.mysql;

import io.pelleh.api.coupon.Batch;
import io.pelleh.api.coupon.Batch.Making;
import io.pelleh.api.coupon.Batch.Progress;
import io.pelleh.api.coupon.Batch.State;
import io.pelleh.api.coupon.Batch.Use;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A row of {@code coupon_batch}; instants are UTC. */
final class BatchRow {

    /** Its columns, but what only the maker needs. */
    static final String COLUMNS = "b.id, b.program, b.name, b.pattern, b.given, b.personal, b.code_count, b.digest,"
            + " b.started_by, b.max_uses, b.valid_from, b.valid_until, b.hold_minutes, b.blocked_at AS batch_blocked_at,"
            + " b.state, IF(b.code_count = 0, (SELECT COUNT(*) FROM coupon i WHERE i.batch = b.id), b.done) AS done, b.rate, b.started_at, b.finished_at, b.problem";

    private BatchRow() {}

    static Batch read(ResultSet row, int index) throws SQLException {
        long most = row.getLong("max_uses");
        Long maxUses = row.wasNull() ? null : most;
        return new Batch(
                new ProgramId(row.getString("program")),
                row.getLong("id"),
                row.getString("name"),
                new Making(
                        row.getString("pattern"),
                        row.getBoolean("given"),
                        row.getBoolean("personal"),
                        row.getInt("code_count"),
                        row.getString("digest"),
                        row.getString("started_by")),
                new Use(
                        maxUses,
                        instant(row, "valid_from"),
                        instant(row, "valid_until"),
                        row.getInt("hold_minutes"),
                        instant(row, "batch_blocked_at")),
                new Progress(
                        State.valueOf(row.getString("state")),
                        row.getInt("done"),
                        row.getDouble("rate"),
                        known(row, "started_at"),
                        instant(row, "finished_at"),
                        row.getString("problem")));
    }

    static Instant known(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    static @Nullable LocalDateTime column(@Nullable Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
