package io.pelleh.api.security.mysql;

import io.pelleh.api.security.ApiKey;
import io.pelleh.api.security.KeyStore;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** API keys in the table {@code api_key}; instants are UTC. */
public final class KeyTable implements KeyStore {

    private static final String COLUMNS =
            "SELECT id, program, LOWER(HEX(hash)) AS hash, actor, scopes, role, created_at, revoked_at FROM api_key ";

    private final JdbcClient jdbc;

    public KeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ApiKey> active() {
        return jdbc.sql(COLUMNS + "WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > UTC_TIMESTAMP(6))")
                .query(KeyTable::key)
                .list();
    }

    @Override
    public List<ApiKey> of(ProgramId program) {
        return jdbc.sql(COLUMNS + "WHERE program = ? ORDER BY created_at DESC, id LIMIT 1000")
                .param(program.value())
                .query(KeyTable::key)
                .list();
    }

    @Override
    public void add(ApiKey key) {
        jdbc.sql(
                        "INSERT INTO api_key (id, program, hash, actor, scopes, role, created_at) VALUES (?, ?, UNHEX(?), ?, ?, ?, ?)")
                .params(key.id(), key.program().value(), key.hash(), key.actor(), words(key.scopes()))
                .param(key.role() == null ? null : key.role().word())
                .param(utc(key.createdAt()))
                .update();
    }

    @Override
    public boolean revoke(ProgramId program, String id, Instant at) {
        jdbc.sql("UPDATE api_key SET revoked_at = ? WHERE program = ? AND id = ? AND revoked_at IS NULL")
                .params(utc(at), program.value(), id)
                .update();
        return jdbc.sql("SELECT COUNT(*) FROM api_key WHERE program = ? AND id = ?")
                        .params(program.value(), id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static ApiKey key(ResultSet row, int index) throws SQLException {
        LocalDateTime revokedAt = row.getObject("revoked_at", LocalDateTime.class);
        return new ApiKey(
                row.getString("id"),
                new ProgramId(row.getString("program")),
                row.getString("hash"),
                row.getString("actor"),
                scopes(row.getString("scopes")),
                role(row.getString("role")),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                instant(revokedAt));
    }

    private static @Nullable Role role(@Nullable String word) {
        return word == null ? null : Role.of(word).orElse(null);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).sorted().collect(Collectors.joining(","));
    }

    private static Set<Scope> scopes(String words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(words.split(",")).forEach(word -> Scope.of(word).ifPresent(scopes::add));
        return scopes;
    }
}
