package io.pelleh.api.audit.mysql;

import io.pelleh.api.audit.AuditLog;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code audit}; instants are UTC. */
public final class AuditTable implements AuditLog {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    public AuditTable(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(Done done) {
        jdbc.sql("INSERT INTO audit (program, at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?, ?)")
                .params(done.program().value(), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .params(done.actor(), done.action(), done.subject(), done.detail())
                .update();
    }

    @Override
    public List<Entry> before(ProgramId program, long id, int limit) {
        return jdbc.sql("SELECT id, program, at, actor, action, subject, detail FROM audit"
                        + " WHERE program = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .params(program.value(), id, limit)
                .query(AuditTable::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                new Done(
                        new ProgramId(row.getString("program")),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail")));
    }
}
