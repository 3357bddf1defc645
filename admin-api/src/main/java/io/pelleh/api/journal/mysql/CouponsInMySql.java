package io.pelleh.api.journal.mysql;

import io.pelleh.api.coupon.CodePattern;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.CouponMade;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.CouponOnFile.Uses;
import io.pelleh.engine.flow.CouponsAsked;
import io.pelleh.engine.flow.CouponsWanted;
import io.pelleh.engine.flow.CouponsWanted.Wanted;
import io.pelleh.engine.program.ProgramId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is on file of codes: their batch, their uses, and what open checkouts hold of them; for several callers at once. */
final class CouponsInMySql implements ReadingRoom.Shelf<CouponsAsked, List<CouponOnFile>> {

    /** A code of somebody who turned out to be another customer is that customer's. */
    private static final String FIND = "SELECT c.code, b.name, COALESCE(o.merged_into, c.customer) AS customer,"
            + " (c.blocked_at IS NOT NULL OR c.withdrawn_at IS NOT NULL OR b.blocked_at IS NOT NULL) AS blocked, b.valid_from,"
            + " LEAST(COALESCE(c.valid_until, b.valid_until), COALESCE(b.valid_until, c.valid_until)) AS valid_until,"
            + " b.max_uses, b.hold_minutes, COALESCE(n.used, 0) AS used, EXISTS (SELECT 1 FROM coupon_hold h"
            + " WHERE h.program = c.program AND h.code = c.code) AS held"
            + " FROM coupon c JOIN coupon_batch b ON b.id = c.batch"
            + " LEFT JOIN customer o ON o.program = c.program AND o.id = c.customer"
            + " LEFT JOIN counter n ON n.program = c.program AND n.id = CONCAT('" + CouponOnFile.COUNTER
            + "', c.code) AND n.period = '' WHERE c.program = ? AND c.code IN (";

    private static final String HELD = "SELECT code, COUNT(*) AS held, MIN(held_until) AS held_until FROM coupon_hold"
            + " WHERE checkout <> ? AND held_until > ? AND program = ? AND code IN (";

    private static final String TEMPLATE =
            "SELECT name, pattern, valid_until FROM coupon_batch WHERE program = ? AND name IN (";
    private static final String GIVING = ") AND code_count = 0 AND NOT given AND blocked_at IS NULL"
            + " AND (valid_until IS NULL OR valid_until > ?)";

    private final Asking sql;
    private final RandomGenerator random = new SecureRandom();

    CouponsInMySql(Asking sql) {
        this.sql = sql;
    }

    /** A code as everybody finds it, and whether some checkout may hold uses of it. */
    private record Found(CouponOnFile file, boolean held) {}

    @Override
    public List<List<CouponOnFile>> read(List<CouponsAsked> questions) {
        Map<ProgramId, Set<String>> wanted = new HashMap<>();
        questions.forEach(asked -> wanted.computeIfAbsent(asked.program(), program -> new HashSet<>())
                .addAll(asked.codes()));
        Map<ProgramId, List<Found>> found = new HashMap<>();
        wanted.forEach((program, codes) -> found.put(program, find(program, codes)));
        return questions.stream()
                .map(asked -> of(asked, found.getOrDefault(asked.program(), List.of())))
                .toList();
    }

    private List<CouponOnFile> of(CouponsAsked asked, List<Found> found) {
        List<Found> own = found.stream()
                .filter(one -> asked.codes().contains(one.file().code()))
                .toList();
        Instant at = asked.at();
        if (at == null) {
            return own.stream()
                    .map(one -> using(one, Uses.atMost(one.file().uses().most())))
                    .toList();
        }
        Map<String, Uses> held = own.stream().anyMatch(Found::held) ? held(asked, at) : Map.of();
        return own.stream()
                .map(one -> using(one, uses(one, held.get(one.file().code()))))
                .toList();
    }

    private static CouponOnFile using(Found found, Uses uses) {
        CouponOnFile file = found.file();
        return new CouponOnFile(
                file.code(),
                file.batch(),
                file.customer(),
                file.blocked(),
                file.from(),
                file.until(),
                uses,
                file.holdMinutes());
    }

    private static Uses uses(Found found, @Nullable Uses held) {
        Uses uses = found.file().uses();
        return held == null ? uses : new Uses(uses.most(), uses.used(), held.held(), held.heldUntil());
    }

    private List<Found> find(ProgramId program, Set<String> codes) {
        List<Object> values = new ArrayList<>();
        values.add(program.value());
        values.addAll(codes);
        return sql.list(CouponsInMySql::found, FIND + marks(codes) + ") ORDER BY c.code", values.toArray());
    }

    /** What other checkouts than the asking one hold of its codes. */
    private Map<String, Uses> held(CouponsAsked asked, Instant at) {
        List<Object> values = new ArrayList<>();
        values.add(asked.checkout().value());
        values.add(Times.column(at));
        values.add(asked.program().value());
        values.addAll(asked.codes());
        return sql
                .list(
                        row -> Map.entry(
                                row.getString("code"),
                                new Uses(0, 0, row.getLong("held"), instant(row, "held_until", Instant.EPOCH))),
                        HELD + marks(asked.codes()) + ") GROUP BY code",
                        values.toArray())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String marks(Collection<String> codes) {
        return String.join(", ", Collections.nCopies(codes.size(), "?"));
    }

    /** A code for each that is wanted: of no batch that is not there, is blocked, is over, or is not handed out by rules. */
    List<CouponMade> make(CouponsWanted wanted) {
        List<String> names =
                wanted.codes().stream().map(Wanted::batch).distinct().toList();
        List<Object> values = new ArrayList<>();
        values.add(wanted.program().value());
        values.addAll(names);
        values.add(Times.column(wanted.now()));
        Map<String, Template> templates =
                sql.list(CouponsInMySql::template, TEMPLATE + marks(names) + GIVING, values.toArray()).stream()
                        .collect(Collectors.toMap(Template::batch, template -> template));
        return wanted.codes().stream()
                .map(one -> made(one, templates.get(one.batch()), wanted.real()))
                .toList();
    }

    private CouponMade made(Wanted wanted, @Nullable Template template, boolean real) {
        return template == null
                ? new CouponMade(wanted.promotion(), wanted.batch(), null, Instant.EPOCH)
                : new CouponMade(
                        wanted.promotion(), wanted.batch(), real ? template.next(random) : "", template.until());
    }

    private static Template template(ResultSet row) throws SQLException {
        return new Template(row.getString("name"), row.getString("pattern"), instant(row, "valid_until", Instant.MAX));
    }

    /** A batch whose codes are handed out by rules. */
    private record Template(String batch, String pattern, Instant until) {

        String next(RandomGenerator random) {
            CodePattern codes = new CodePattern(pattern, false);
            return codes.shown(codes.next(random));
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        long most = row.getLong("max_uses");
        boolean limited = !row.wasNull();
        String customer = row.getString("customer");
        CouponOnFile file = new CouponOnFile(
                row.getString("code"),
                row.getString("name"),
                customer == null ? null : new CustomerId(customer),
                row.getBoolean("blocked"),
                instant(row, "valid_from", Instant.EPOCH),
                instant(row, "valid_until", Instant.MAX),
                new Uses(limited ? most : Long.MAX_VALUE, row.getLong("used"), 0, Instant.EPOCH),
                row.getInt("hold_minutes"));
        return new Found(file, row.getBoolean("held"));
    }

    private static Instant instant(ResultSet row, String column, Instant none) throws SQLException {
        @Nullable LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? none : at.toInstant(ZoneOffset.UTC);
    }
}
