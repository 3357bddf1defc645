package io.pelleh.api.backtest;

import io.pelleh.api.backtest.Job.Pace;
import io.pelleh.api.backtest.Job.State;
import io.pelleh.api.backtest.Job.Times;
import io.pelleh.api.job.Runs;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backtests in the table {@code backtest}; instants are UTC. */
final class JobRows {

    private static final String SELECT =
            "SELECT program, id, state, request, customers, done, pass, rate, tries, rows_read, problem, %s AS result, started_by,"
                    + " created_at, finished_at FROM backtest ";
    private static final String WITH = SELECT.formatted("result");
    private static final String WITHOUT = SELECT.formatted("NULL");

    private final JdbcClient jdbc;

    JobRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The files of both sides. */
    record Rules(Map<String, byte[]> before, Map<String, byte[]> after) {}

    void add(ProgramId program, String id, Asked asked) {
        jdbc.sql("INSERT INTO backtest (program, id, state, request, rules_before, rules_after, started_by, created_at)"
                        + " VALUES (?, ?, 'WAITING', ?, ?, ?, ?, UTC_TIMESTAMP(6))")
                .params(program.value(), id, asked.request().text())
                .params(
                        RuleFiles.packed(asked.rules().before()),
                        RuleFiles.packed(asked.rules().after()))
                .param(asked.by())
                .update();
    }

    /** What is asked, of which rules, by whom. */
    record Asked(Request request, Rules rules, String by) {}

    Optional<Job> find(ProgramId program, String id) {
        return jdbc.sql(WITH + "WHERE program = ? AND id = ?")
                .params(program.value(), id)
                .query(JobRows::job)
                .optional();
    }

    /** Newest first, those behind one that was shown before. */
    List<Job> list(ProgramId program, @Nullable Job after, int limit) {
        return after == null
                ? jdbc.sql(WITHOUT + "WHERE program = ? ORDER BY created_at DESC, id DESC LIMIT ?")
                        .params(program.value(), limit)
                        .query(JobRows::job)
                        .list()
                : jdbc.sql(WITHOUT + "WHERE program = ? AND (created_at < ? OR (created_at = ? AND id < ?))"
                                + " ORDER BY created_at DESC, id DESC LIMIT ?")
                        .params(program.value(), column(after), column(after), after.id(), limit)
                        .query(JobRows::job)
                        .list();
    }

    private static LocalDateTime column(Job job) {
        return LocalDateTime.ofInstant(job.times().createdAt(), ZoneOffset.UTC);
    }

    long open(ProgramId program) {
        return jdbc.sql("SELECT COUNT(*) FROM backtest WHERE program = ? AND state IN ('WAITING', 'RUNNING')")
                .param(program.value())
                .query(Long.class)
                .single();
    }

    /** Programs that have something to run. */
    List<ProgramId> programs() {
        return jdbc.sql("SELECT DISTINCT program FROM backtest WHERE state IN ('WAITING', 'RUNNING')")
                .query((row, i) -> new ProgramId(row.getString(1)))
                .list();
    }

    /** The oldest that is not over; a running one whose runner is gone begins again. */
    Optional<Job> next(ProgramId program) {
        return jdbc.sql(WITHOUT + "WHERE program = ? AND state IN ('WAITING', 'RUNNING')"
                        + " ORDER BY state, created_at, id LIMIT 1")
                .param(program.value())
                .query(JobRows::job)
                .optional();
    }

    Rules rules(Job job) {
        return jdbc.sql("SELECT rules_before, rules_after FROM backtest WHERE program = ? AND id = ?")
                .params(job.program().value(), job.id())
                .query((row, i) -> new Rules(RuleFiles.unpacked(row.getBytes(1)), RuleFiles.unpacked(row.getBytes(2))))
                .single();
    }

    /** Takes a program's turn; false while another run has it. */
    boolean take(ProgramId program, String runner) {
        jdbc.sql("INSERT IGNORE INTO backtest_turn (program, seen_at) VALUES (?, UTC_TIMESTAMP(6))")
                .param(program.value())
                .update();
        return jdbc.sql("UPDATE backtest_turn SET runner = ?, seen_at = UTC_TIMESTAMP(6) WHERE program = ? AND"
                                + " (runner IS NULL OR seen_at < UTC_TIMESTAMP(6) - INTERVAL " + Runs.SILENT_SECONDS
                                + " SECOND)")
                        .params(runner, program.value())
                        .update()
                > 0;
    }

    void giveBack(ProgramId program, String runner) {
        jdbc.sql("UPDATE backtest_turn SET runner = NULL WHERE program = ? AND runner = ?")
                .params(program.value(), runner)
                .update();
    }

    /** Whether the run still has its turn; says that it lives. */
    boolean stillMine(ProgramId program, String runner) {
        return jdbc.sql("UPDATE backtest_turn SET seen_at = UTC_TIMESTAMP(6) WHERE program = ? AND runner = ?")
                        .params(program.value(), runner)
                        .update()
                > 0;
    }

    /** A run begins; false when it was cancelled meanwhile. */
    boolean begin(Job job, long customers) {
        return jdbc.sql("UPDATE backtest SET state = 'RUNNING', customers = ?, done = 0, tries = tries + 1"
                                + " WHERE program = ? AND id = ? AND state IN ('WAITING', 'RUNNING')")
                        .params(customers, job.program().value(), job.id())
                        .update()
                > 0;
    }

    /** Notes how much of the files was read, and what is in them; false when it was cancelled. */
    boolean read(Job job, long rows, long customers) {
        return jdbc.sql("UPDATE backtest SET rows_read = ?, customers = ? WHERE program = ? AND id = ?"
                                + " AND state = 'RUNNING'")
                        .params(rows, customers, job.program().value(), job.id())
                        .update()
                > 0;
    }

    /** Notes how far a run has come; false when it was cancelled. */
    boolean advance(Job job, Pace pace) {
        return jdbc.sql("UPDATE backtest SET done = ?, pass = ?, rate = ? WHERE program = ? AND id = ?"
                                + " AND state = 'RUNNING'")
                        .params(
                                pace.done(),
                                pace.pass(),
                                pace.rate(),
                                job.program().value(),
                                job.id())
                        .update()
                > 0;
    }

    /** Ends a backtest that is not over yet. */
    boolean end(Job job, State state, @Nullable String problem, @Nullable String result) {
        return jdbc.sql("UPDATE backtest SET state = ?, problem = ?, result = ?, finished_at = UTC_TIMESTAMP(6)"
                                + " WHERE program = ? AND id = ? AND state IN ('WAITING', 'RUNNING')")
                        .param(state.name())
                        .param(problem)
                        .param(result)
                        .params(job.program().value(), job.id())
                        .update()
                > 0;
    }

    void delete(ProgramId program, String id) {
        jdbc.sql("DELETE FROM backtest WHERE program = ? AND id = ?")
                .params(program.value(), id)
                .update();
    }

    private static Job job(ResultSet row, int index) throws SQLException {
        Pace pace = new Pace(
                row.getLong("customers"),
                row.getLong("done"),
                row.getInt("pass"),
                row.getDouble("rate"),
                row.getInt("tries"),
                row.getLong("rows_read"));
        LocalDateTime finished = row.getObject("finished_at", LocalDateTime.class);
        Instant created = row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return new Job(
                new ProgramId(row.getString("program")),
                row.getString("id"),
                State.valueOf(row.getString("state")),
                Request.kept(row.getString("request")),
                pace,
                new Times(
                        row.getString("started_by"),
                        created,
                        finished == null ? null : finished.toInstant(ZoneOffset.UTC)),
                row.getString("problem"),
                row.getString("result"));
    }
}
