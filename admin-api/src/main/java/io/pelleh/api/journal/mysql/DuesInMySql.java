package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.Dues;
import io.pelleh.api.journal.Leases;
import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.program.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Due customers by the index on their due, each program for one node at a time. */
final class DuesInMySql implements Dues {

    private static final String DUE = "SELECT id, next_due FROM customer WHERE program = ? AND next_due <= ?";
    private static final String FIRST = " ORDER BY next_due LIMIT ?";

    /** Imports that ran and are neither done nor cancelled. */
    private static final String IMPORTING =
            "SELECT id FROM import_job WHERE program = ? AND state IN ('STAGING', 'APPLYING', 'FAILED')";

    private final Asking sql;
    private final ProgramRegister programs;
    private final Leases leases;

    DuesInMySql(Asking sql, ProgramRegister programs, Leases leases) {
        this.sql = sql;
        this.programs = programs;
        this.leases = leases;
    }

    @Override
    public List<Due> due(int limit) {
        return programs.all().stream()
                .flatMap(program -> due(program, limit).stream())
                .toList();
    }

    /** The lease is only asked for when there is something to do. */
    private List<Due> due(Program program, int limit) {
        List<Due> due = read(program, limit);
        return due.isEmpty() || !leases.mine("due " + program.id()) ? List.of() : due;
    }

    @Override
    public long lagMillis() {
        return programs.all().stream().mapToLong(this::lagMillis).max().orElse(0);
    }

    private long lagMillis(Program program) {
        return read(program, 1).stream()
                .mapToLong(
                        due -> Duration.between(due.at(), programs.now(program)).toMillis())
                .max()
                .orElse(0);
    }

    /**
     * Customers with rows in an import under way are left out: half of their past would be taken for all of it, and
     * promotions be given for what is long over.
     */
    private List<Due> read(Program program, int limit) {
        List<Object> values = new ArrayList<>(List.of(program.id().value(), Times.column(programs.now(program))));
        List<String> imports =
                sql.list(row -> row.getString(1), IMPORTING, program.id().value());
        String others = "";
        if (!imports.isEmpty()) {
            values.addAll(imports);
            others = " AND NOT EXISTS (SELECT 1 FROM import_row WHERE job IN (?" + ", ?".repeat(imports.size() - 1)
                    + ") AND grp = CONCAT('c', customer.id))";
        }
        values.add(limit);
        return sql.list(
                row -> new Due(program, new CustomerId(row.getString(1)), Times.read(row, "next_due")),
                DUE + others + FIRST,
                values.toArray());
    }
}
