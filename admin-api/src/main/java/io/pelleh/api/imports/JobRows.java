package io.pelleh.api.imports;

import io.pelleh.api.imports.Job.Counts;
import io.pelleh.api.imports.Job.Pace;
import io.pelleh.api.imports.Job.Place;
import io.pelleh.api.imports.Job.Plan;
import io.pelleh.api.imports.Job.State;
import io.pelleh.api.imports.csv.MappingJson;
import io.pelleh.api.job.RunOver;
import io.pelleh.api.job.Runs;
import io.pelleh.engine.program.ProgramId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports in the table {@code import_job}; instants are UTC. */
final class JobRows {

    private static final String SELECT = "SELECT * FROM import_job ";
    private static final String SILENT =
            "(runner IS NULL OR seen_at < UTC_TIMESTAMP(6) - INTERVAL " + Runs.SILENT_SECONDS + " SECOND)";
    private static final String MINE = " WHERE program = ? AND id = ? AND runner = ?";

    private final JdbcClient jdbc;

    JobRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An import on one node: whoever holds the runner's name may write. */
    record Run(Job job, String runner) {}

    /**
     * How far a run has come.
     *
     * @param more to be added to the counts
     * @param rate rows per second
     */
    record Step(State state, Counts more, Place place, double rate) {}

    void add(ProgramId program, String id, Plan plan, byte[] mapping) {
        jdbc.sql(
                        "INSERT INTO import_job (program, id, state, source, mapping, files, started_by, program_now, started_at)"
                                + " VALUES (?, ?, 'UPLOADING', ?, ?, '[]', ?, ?, UTC_TIMESTAMP(6))")
                .params(program.value(), id, plan.source(), new String(mapping, StandardCharsets.UTF_8))
                .params(plan.startedBy(), LocalDateTime.ofInstant(plan.now(), ZoneOffset.UTC))
                .update();
    }

    /** The files are there; the import may begin. */
    void uploaded(ProgramId program, String id, String source, List<Job.Upload> files) {
        jdbc.sql("UPDATE import_job SET state = 'STOPPED', files = ?, source = ? WHERE program = ? AND id = ?")
                .params(ImportJson.files(files), source, program.value(), id)
                .update();
    }

    Optional<Job> find(ProgramId program, String id) {
        return jdbc.sql(SELECT + "WHERE program = ? AND id = ?")
                .params(program.value(), id)
                .query(JobRows::job)
                .optional();
    }

    List<Job> list(ProgramId program, int limit) {
        return jdbc.sql(SELECT + "WHERE program = ? ORDER BY started_at DESC, id LIMIT " + limit)
                .param(program.value())
                .query(JobRows::job)
                .list();
    }

    /** Imports whose run ended without a word. */
    List<Job> abandoned() {
        return jdbc.sql(SELECT + "WHERE state IN ('STAGING', 'APPLYING') AND " + SILENT + " LIMIT 100")
                .query(JobRows::job)
                .list();
    }

    /** Takes a stopped, failed or abandoned import over; false when somebody else runs it, or it is done. */
    boolean claim(Job job, String runner) {
        return jdbc.sql(
                                "UPDATE import_job SET state = ?, runner = ?, seen_at = UTC_TIMESTAMP(6), rate = 0, problem = NULL"
                                        + " WHERE program = ? AND id = ? AND state NOT IN ('DONE', 'UPLOADING') AND "
                                        + SILENT)
                        .params(job.staged() ? State.APPLYING.name() : State.STAGING.name(), runner)
                        .params(job.program().value(), job.id())
                        .update()
                > 0;
    }

    /**
     * Notes how far a run has come.
     *
     * @throws RunOver when the run was stopped, or another node has taken it over
     */
    void advance(Run run, Step step) {
        Counts more = step.more();
        Place place = step.place();
        int rows = jdbc.sql("UPDATE import_job SET state = ?, rows_read = rows_read + ?, accepted = accepted + ?,"
                        + " rejected = rejected + ?, applied = applied + ?, file_no = ?, line_no = ?, bytes_read = ?,"
                        + " position = ?, rate = ?, seen_at = UTC_TIMESTAMP(6)" + MINE)
                .params(step.state().name(), more.read(), more.accepted(), more.rejected(), more.applied())
                .params(place.file(), place.line(), place.bytes(), place.group(), step.rate())
                .params(run.job().program().value(), run.job().id(), run.runner())
                .update();
        if (rows == 0) {
            throw new RunOver();
        }
    }

    /**
     * Notes that accepted rows turned out to be wrong.
     *
     * @throws RunOver when the run was stopped, or another node has taken it over
     */
    void rejected(Run run, int rows) {
        int changed = jdbc.sql("UPDATE import_job SET accepted = accepted - ?, rejected = rejected + ?,"
                        + " seen_at = UTC_TIMESTAMP(6)" + MINE)
                .params(rows, rows)
                .params(run.job().program().value(), run.job().id(), run.runner())
                .update();
        if (changed == 0) {
            throw new RunOver();
        }
    }

    /** Ends a run. */
    void end(Run run, State state, @Nullable String problem) {
        jdbc.sql("UPDATE import_job SET state = ?, problem = ?, runner = NULL, finished_at = UTC_TIMESTAMP(6)" + MINE)
                .param(state.name())
                .param(problem)
                .params(run.job().program().value(), run.job().id(), run.runner())
                .update();
    }

    /** Stops an import wherever it runs. */
    boolean stop(ProgramId program, String id) {
        return jdbc.sql("UPDATE import_job SET state = 'STOPPED', runner = NULL WHERE program = ? AND id = ?"
                                + " AND state IN ('STAGING', 'APPLYING', 'FAILED')")
                        .params(program.value(), id)
                        .update()
                > 0;
    }

    void delete(ProgramId program, String id) {
        jdbc.sql("DELETE FROM import_job WHERE program = ? AND id = ?")
                .params(program.value(), id)
                .update();
    }

    private static Job job(ResultSet row, int index) throws SQLException {
        byte[] mapping = row.getString("mapping").getBytes(StandardCharsets.UTF_8);
        Plan plan = new Plan(
                MappingJson.read(mapping),
                row.getString("source"),
                ImportJson.files(row.getString("files")),
                row.getString("started_by"),
                instant(row, "program_now"));
        return new Job(
                new ProgramId(row.getString("program")),
                row.getString("id"),
                State.valueOf(row.getString("state")),
                plan,
                counts(row),
                new Place(
                        row.getInt("file_no"),
                        row.getLong("line_no"),
                        row.getLong("bytes_read"),
                        row.getString("position")),
                new Pace(row.getDouble("rate"), instant(row, "started_at"), finished(row)),
                row.getString("problem"));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("rows_read"), row.getLong("accepted"), row.getLong("rejected"), row.getLong("applied"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant finished(ResultSet row) throws SQLException {
        LocalDateTime at = row.getObject("finished_at", LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
}
