package io.pelleh.api.coupon.mysql;

import static io.pelleh.api.coupon.mysql.BatchRow.column;
import static io.pelleh.api.coupon.mysql.BatchRow.instant;
import static io.pelleh.api.coupon.mysql.BatchRow.known;

import io.pelleh.api.coupon.Batch;
import io.pelleh.api.coupon.Codes;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes in {@code coupon}, with their counters and holds. */
final class CodeTable implements Codes {

    private static final String COLUMNS = "c.seq, c.code, c.customer, c.blocked_at, c.valid_until AS code_until,"
            + " c.issued_by, c.withdrawn_at, COALESCE(n.used, 0) AS used";
    /** The counter of each code {@code c}, as {@code n}. */
    static final String COUNTED = " LEFT JOIN counter n ON n.program = c.program AND n.id = CONCAT('"
            + CouponOnFile.COUNTER + "', c.code) AND n.period = '' ";

    private static final int MAX_HELD = 100;

    private final JdbcClient jdbc;

    CodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Found> find(ProgramId program, String code) {
        return jdbc.sql("SELECT " + COLUMNS + ", " + BatchRow.COLUMNS
                        + " FROM coupon c JOIN coupon_batch b ON b.id = c.batch" + COUNTED
                        + "WHERE c.program = ? AND c.code = ?")
                .params(program.value(), code)
                .query((row, index) -> new Found(BatchRow.read(row, index), code(row, index), held(program, code)))
                .optional();
    }

    private List<Held> held(ProgramId program, String code) {
        return jdbc.sql("SELECT checkout, held_until FROM coupon_hold WHERE program = ? AND code = ?"
                        + " ORDER BY held_until LIMIT " + MAX_HELD)
                .params(program.value(), code)
                .query((row, index) -> new Held(row.getString("checkout"), known(row, "held_until")))
                .list();
    }

    @Override
    public List<Code> of(Batch batch, long after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM coupon c" + COUNTED
                        + "WHERE c.batch = ? AND c.seq > ? ORDER BY c.seq LIMIT ?")
                .params(batch.id(), after, limit)
                .query(CodeTable::code)
                .list();
    }

    private static Code code(ResultSet row, int index) throws SQLException {
        return new Code(
                row.getLong("seq"),
                row.getString("code"),
                row.getString("customer"),
                instant(row, "blocked_at"),
                row.getLong("used"),
                new Issue(row.getString("issued_by"), instant(row, "code_until"), instant(row, "withdrawn_at")));
    }

    @Override
    public void block(ProgramId program, String code, @Nullable Instant at) {
        jdbc.sql("UPDATE coupon SET blocked_at = ? WHERE program = ? AND code = ?")
                .param(column(at))
                .params(program.value(), code)
                .update();
    }
}
