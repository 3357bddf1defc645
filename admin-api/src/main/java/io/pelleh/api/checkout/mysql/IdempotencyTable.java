package io.pelleh.api.checkout.mysql;

import io.pelleh.api.checkout.IdempotencyKeys;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys of commits in the table {@code idempotency_key}; instants are UTC. */
public final class IdempotencyTable implements IdempotencyKeys {

    private final JdbcClient jdbc;

    public IdempotencyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean claim(ProgramId program, String key, String digest, Instant at) {
        jdbc.sql("INSERT IGNORE INTO idempotency_key (program, id, digest, used_at) VALUES (?, ?, ?, ?)")
                .params(program.value(), key, digest, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        return jdbc.sql("SELECT digest FROM idempotency_key WHERE program = ? AND id = ?")
                .params(program.value(), key)
                .query(String.class)
                .optional()
                .filter(digest::equals)
                .isPresent();
    }
}
