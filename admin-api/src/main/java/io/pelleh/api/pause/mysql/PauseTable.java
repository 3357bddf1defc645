package io.pelleh.api.pause.mysql;

import io.pelleh.api.pause.Pause;
import io.pelleh.api.pause.PauseRows;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code pause}. */
public final class PauseTable implements PauseRows {

    private final JdbcClient jdbc;

    public PauseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Pause> all(ProgramId program) {
        return jdbc.sql("SELECT what, paused_at, resumed_at, paused_by, resumed_by, reason FROM pause"
                        + " WHERE program = ? ORDER BY paused_at DESC, what")
                .params(program.value())
                .query((row, i) -> pause(row))
                .list();
    }

    private static Pause pause(ResultSet row) throws SQLException {
        LocalDateTime until = row.getObject("resumed_at", LocalDateTime.class);
        return new Pause(
                row.getString("what"),
                row.getObject("paused_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                until == null ? null : until.toInstant(ZoneOffset.UTC),
                row.getString("paused_by"),
                row.getString("resumed_by"),
                row.getString("reason"));
    }

    @Override
    public Map<ProgramId, String> marks() {
        Map<ProgramId, String> marks = new HashMap<>();
        jdbc.sql("SELECT program, COUNT(*) AS paused, COUNT(resumed_at) AS resumed FROM pause GROUP BY program")
                .query(row -> {
                    String mark = row.getLong("paused") + "-" + row.getLong("resumed");
                    marks.put(new ProgramId(row.getString("program")), mark);
                });
        return marks;
    }

    /** One statement, so that of two at once only one adds it. */
    @Override
    public boolean add(ProgramId program, Pause pause) {
        return jdbc.sql(
                                "INSERT INTO pause (program, what, paused_at, paused_by, reason)"
                                        + " SELECT ?, ?, ?, ?, ? FROM program p WHERE p.id = ? AND NOT EXISTS"
                                        + " (SELECT 1 FROM pause o WHERE o.program = ? AND o.what = ? AND o.resumed_at IS NULL)")
                        .params(program.value(), pause.what(), column(pause.from()), pause.actor(), pause.reason())
                        .params(program.value(), program.value(), pause.what())
                        .update()
                == 1;
    }

    @Override
    public boolean end(ProgramId program, String what, Instant at, String actor) {
        return jdbc.sql("UPDATE pause SET resumed_at = ?, resumed_by = ?"
                                + " WHERE program = ? AND what = ? AND resumed_at IS NULL")
                        .params(column(at), actor, program.value(), what)
                        .update()
                > 0;
    }

    private static LocalDateTime column(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
