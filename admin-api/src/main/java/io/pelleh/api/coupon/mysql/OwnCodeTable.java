package io.pelleh.api.coupon.mysql;

import static io.pelleh.api.coupon.mysql.BatchRow.column;
import static io.pelleh.api.coupon.mysql.BatchRow.instant;

import io.pelleh.api.coupon.CodePattern;
import io.pelleh.api.coupon.OwnCodes;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes in {@code coupon} that have a customer, by the index of that; of each what is left in its counter. */
final class OwnCodeTable implements OwnCodes {

    private static final int MAX_READ = 1_000;
    private static final int MAX_MERGED = 100;

    private static final String MERGED =
            "SELECT id FROM customer WHERE program = ? AND merged_into = ? ORDER BY id LIMIT " + MAX_MERGED;

    /** Those that have an end of their own and have not reached it; of the others the batch knows. */
    private static final String THEIRS = "SELECT program, batch, code, valid_until, issued_by FROM coupon"
            + " WHERE program = :program AND customer IN (:customers) AND (valid_until IS NULL OR valid_until > :now)"
            + " AND blocked_at IS NULL AND withdrawn_at IS NULL ORDER BY valid_until LIMIT " + MAX_READ;

    private static final String USABLE =
            "SELECT c.code, c.issued_by, b.name, b.pattern, b.given, b.valid_from, b.max_uses,"
                    + " LEAST(COALESCE(c.valid_until, b.valid_until), COALESCE(b.valid_until, c.valid_until)) AS ends,"
                    + " COALESCE(n.used, 0) AS used"
                    + " FROM (" + THEIRS + ") c JOIN coupon_batch b ON b.id = c.batch" + CodeTable.COUNTED
                    + "WHERE b.blocked_at IS NULL AND (b.valid_until IS NULL OR b.valid_until > :now)"
                    + " AND (b.max_uses IS NULL OR COALESCE(n.used, 0) < b.max_uses)"
                    + " ORDER BY ends IS NULL, ends, c.code LIMIT :limit";

    private final JdbcClient jdbc;

    OwnCodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Own> of(ProgramId program, CustomerId customer, Instant now, int limit) {
        LocalDateTime at = column(now);
        return jdbc.sql(USABLE)
                .param("program", program.value())
                .param("customers", names(program, customer))
                .param("now", at)
                .param("limit", limit)
                .query(OwnCodeTable::own)
                .list();
    }

    /** The customer, and those who turned out to be this one. */
    private List<String> names(ProgramId program, CustomerId customer) {
        List<String> names = new ArrayList<>(jdbc.sql(MERGED)
                .params(program.value(), customer.value())
                .query(String.class)
                .list());
        names.add(customer.value());
        return names;
    }

    private static Own own(ResultSet row, int index) throws SQLException {
        CodePattern codes = new CodePattern(row.getString("pattern"), row.getBoolean("given"));
        long most = row.getLong("max_uses");
        @Nullable Long left = row.wasNull() ? null : most - row.getLong("used");
        return new Own(
                codes.shown(row.getString("code")),
                row.getString("name"),
                instant(row, "valid_from"),
                instant(row, "ends"),
                left,
                row.getString("issued_by"));
    }
}
