package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.engine.program.ProgramNotFound;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The programs, all kept in memory and read again every second. */
final class ProgramsInMySql implements ProgramRegister {

    private static final String ALL =
            "SELECT id, name, currency, exponent, rounding, tax_included, zone, counts_at, sandbox, calendar,"
                    + " clock_offset_micros FROM program";

    private final Asking sql;
    private final InstantSource clock;
    private volatile Map<String, Ahead> known;

    /** A program, and how far its clock is ahead. */
    private record Ahead(Program program, Duration by) {}

    ProgramsInMySql(Asking sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
        this.known = read();
    }

    /** Reads all programs again. */
    void refresh() {
        known = read();
    }

    @Override
    public List<Program> all() {
        return known.values().stream().map(Ahead::program).toList();
    }

    @Override
    public Program get(ProgramId id) {
        return ahead(id).program();
    }

    /** To the microsecond, as everything is stored. */
    @Override
    public Instant now(Program program) {
        return clock.instant().plus(ahead(program.id()).by()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public boolean add(Program program) {
        int rows = sql.change(
                "INSERT IGNORE INTO program (id, name, currency, exponent, rounding, tax_included, zone, counts_at, sandbox,"
                        + " calendar, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                program.id().value(),
                program.name(),
                program.currency().code(),
                program.currency().exponent(),
                program.currency().rounding().name(),
                program.taxIncluded(),
                program.zone().getId(),
                program.countsAt().name(),
                program.sandbox(),
                program.calendar().name(),
                Times.column(clock.instant()));
        refresh();
        return rows == 1;
    }

    @Override
    public boolean fourEyes(ProgramId program) {
        return sql.first(row -> row.getBoolean(1), "SELECT four_eyes FROM program WHERE id = ?", program.value())
                .orElse(true);
    }

    @Override
    public void fourEyes(ProgramId program, boolean on) {
        sql.change("UPDATE program SET four_eyes = ? WHERE id = ?", on, program.value());
    }

    @Override
    public void forward(ProgramId program, Duration by) {
        if (by.isNegative() || !get(program).sandbox()) {
            throw new IllegalArgumentException("only a sandbox's clock moves, and only forward: " + program);
        }
        sql.change(
                "UPDATE program SET clock_offset_micros = clock_offset_micros + ? WHERE id = ? AND sandbox",
                ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(by)),
                program.value());
        refresh();
    }

    private Ahead ahead(ProgramId id) {
        Ahead ahead = known.get(id.value());
        if (ahead == null) {
            refresh();
            ahead = known.get(id.value());
        }
        if (ahead == null) {
            throw new ProgramNotFound(id);
        }
        return ahead;
    }

    private Map<String, Ahead> read() {
        return sql.list(ProgramsInMySql::ahead, ALL).stream()
                .collect(Collectors.toMap(a -> a.program().id().value(), a -> a, (a, b) -> a, TreeMap::new));
    }

    private static Ahead ahead(ResultSet row) throws SQLException {
        Program program = new Program(
                new ProgramId(row.getString("id")),
                row.getString("name"),
                new Currency(
                        row.getString("currency"),
                        row.getInt("exponent"),
                        RoundingMode.valueOf(row.getString("rounding"))),
                row.getBoolean("tax_included"),
                ZoneId.of(row.getString("zone")),
                Program.CountsAt.valueOf(row.getString("counts_at")),
                row.getBoolean("sandbox"),
                Calendar.valueOf(row.getString("calendar")));
        return new Ahead(program, Duration.of(row.getLong("clock_offset_micros"), ChronoUnit.MICROS));
    }
}
