package io.pelleh.api.journal.mysql;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.CouponOnFile.Uses;
import io.pelleh.engine.flow.CouponsAsked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is on file of codes: their batch, their uses, and what open checkouts hold of them. */
final class CouponsInMySql {

    private static final String OTHERS = " FROM coupon_hold h WHERE h.program = c.program AND h.code = c.code"
            + " AND h.checkout <> ? AND h.held_until > ?)";

    /** A code of somebody who turned out to be another customer is that customer's. */
    private static final String FIND = "SELECT c.code, b.name, COALESCE(o.merged_into, c.customer) AS customer,"
            + " (c.blocked_at IS NOT NULL OR b.blocked_at IS NOT NULL) AS blocked, b.valid_from, b.valid_until,"
            + " b.max_uses, b.hold_minutes, COALESCE(n.used, 0) AS used,"
            + " (SELECT COUNT(*)" + OTHERS + " AS held, (SELECT MIN(h.held_until)" + OTHERS + " AS held_until"
            + " FROM coupon c JOIN coupon_batch b ON b.id = c.batch"
            + " LEFT JOIN customer o ON o.program = c.program AND o.id = c.customer"
            + " LEFT JOIN counter n ON n.program = c.program AND n.id = CONCAT('" + CouponOnFile.COUNTER
            + "', c.code) AND n.period = '' WHERE c.program = ? AND c.code IN (";

    private final Asking sql;

    CouponsInMySql(Asking sql) {
        this.sql = sql;
    }

    List<CouponOnFile> find(CouponsAsked asked) {
        Instant at = asked.at();
        List<Object> values = new ArrayList<>();
        for (int others = 0; others < 2; others++) {
            values.add(asked.checkout().value());
            values.add(Times.column(at == null ? Instant.MAX : at));
        }
        values.add(asked.program().value());
        values.addAll(asked.codes());
        String marks = String.join(", ", Collections.nCopies(asked.codes().size(), "?"));
        return sql.list(row -> file(row, at != null), FIND + marks + ") ORDER BY c.code", values.toArray());
    }

    private static CouponOnFile file(ResultSet row, boolean counted) throws SQLException {
        long most = row.getLong("max_uses");
        boolean limited = !row.wasNull();
        String customer = row.getString("customer");
        return new CouponOnFile(
                row.getString("code"),
                row.getString("name"),
                customer == null ? null : new CustomerId(customer),
                row.getBoolean("blocked"),
                instant(row, "valid_from", Instant.EPOCH),
                instant(row, "valid_until", Instant.MAX),
                new Uses(
                        limited ? most : Long.MAX_VALUE,
                        counted ? row.getLong("used") : 0,
                        row.getLong("held"),
                        instant(row, "held_until", Instant.EPOCH)),
                row.getInt("hold_minutes"));
    }

    private static Instant instant(ResultSet row, String column, Instant none) throws SQLException {
        @Nullable LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? none : at.toInstant(ZoneOffset.UTC);
    }
}
