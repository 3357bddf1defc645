package io.pelleh.api.eventtype.mysql;

import io.pelleh.api.eventtype.EventTypeStore;
import io.pelleh.engine.program.ProgramId;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shop-defined types in the table {@code event_type}; instants are UTC. */
public final class EventTypeTable implements EventTypeStore {

    private static final String PUT = """
            INSERT INTO event_type (program, type, json_schema, registered_at, registered_by) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE json_schema = VALUES(json_schema), registered_at = VALUES(registered_at),
              registered_by = VALUES(registered_by)
            """;

    private final JdbcClient jdbc;

    public EventTypeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> find(ProgramId program, String type) {
        return jdbc.sql("SELECT json_schema FROM event_type WHERE program = ? AND type = ?")
                .params(program.value(), type)
                .query(String.class)
                .optional();
    }

    @Override
    public List<String> of(ProgramId program) {
        return jdbc.sql("SELECT type FROM event_type WHERE program = ? ORDER BY type LIMIT 1000")
                .param(program.value())
                .query((row, index) -> row.getString("type"))
                .list();
    }

    @Override
    public boolean put(Registration registration) {
        boolean fresh = find(registration.program(), registration.type()).isEmpty();
        jdbc.sql(PUT)
                .params(registration.program().value(), registration.type(), registration.schema())
                .param(LocalDateTime.ofInstant(registration.at(), ZoneOffset.UTC))
                .param(registration.actor())
                .update();
        return fresh;
    }
}
