package io.pelleh.api.draft;

import io.pelleh.api.draft.Draft.People;
import io.pelleh.api.draft.Draft.Plan;
import io.pelleh.api.draft.Draft.State;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code draft} and {@code draft_file}; instants are UTC. */
final class DraftRows {

    private static final String COLUMNS = "id, revision, state, title, base, author, submitter, approver, passed,"
            + " publish_at, canary_share, release_no, reason, changed_at";

    private final JdbcClient jdbc;

    DraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ProgramId program, Draft draft) {
        jdbc.sql("INSERT INTO draft (program, id, revision, state, title, base, author, created_at, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        program.value(),
                        draft.id(),
                        draft.revision(),
                        draft.state().name(),
                        draft.title())
                .params(draft.base(), draft.people().author(), utc(draft.changedAt()), utc(draft.changedAt()))
                .update();
    }

    Optional<Draft> find(ProgramId program, String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM draft WHERE program = ? AND id = ?")
                .params(program.value(), id)
                .query(DraftRows::draft)
                .optional();
    }

    /** A page, the last changed first; {@code before} is where the page before ended. */
    List<Draft> list(ProgramId program, @Nullable State state, Instant before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM draft WHERE program = ? AND changed_at < ?"
                        + " AND (? IS NULL OR state = ?) ORDER BY changed_at DESC LIMIT ?")
                .params(program.value(), utc(before))
                .param(state == null ? null : state.name())
                .param(state == null ? null : state.name())
                .param(limit)
                .query(DraftRows::draft)
                .list();
    }

    int open(ProgramId program) {
        return jdbc.sql("SELECT COUNT(*) FROM draft WHERE program = ? AND state NOT IN ('RELEASED', 'WITHDRAWN')")
                .param(program.value())
                .query(Integer.class)
                .single();
    }

    /** Drafts of all programs in a state. */
    List<Owned> in(State state) {
        return jdbc.sql("SELECT program, " + COLUMNS + " FROM draft WHERE state = ? ORDER BY publish_at LIMIT 100")
                .param(state.name())
                .query((row, i) -> new Owned(new ProgramId(row.getString("program")), draft(row, i)))
                .list();
    }

    /** A draft and whose it is. */
    record Owned(ProgramId program, Draft draft) {}

    /** Writes a draft over the revision it came from; false when that one does not stand any more. */
    boolean replace(ProgramId program, long revision, Draft draft) {
        Plan plan = draft.plan();
        return jdbc.sql("UPDATE draft SET revision = ?, state = ?, title = ?, base = ?, submitter = ?, approver = ?,"
                                + " passed = ?, publish_at = ?, canary_share = ?, release_no = ?, reason = ?,"
                                + " changed_at = ? WHERE program = ? AND id = ? AND revision = ?")
                        .params(draft.revision(), draft.state().name(), draft.title(), draft.base())
                        .param(draft.people().submitter())
                        .param(draft.people().approver())
                        .param(plan.passed())
                        .param(optional(plan.publishAt()))
                        .param(plan.canaryShare())
                        .param(plan.release())
                        .param(plan.reason())
                        .params(utc(draft.changedAt()), program.value(), draft.id(), revision)
                        .update()
                == 1;
    }

    void remove(ProgramId program, String id) {
        jdbc.sql("DELETE FROM draft_file WHERE program = ? AND draft = ?")
                .params(program.value(), id)
                .update();
        jdbc.sql("DELETE FROM draft WHERE program = ? AND id = ?")
                .params(program.value(), id)
                .update();
    }

    /** The last change of each file. */
    List<Change> changes(ProgramId program, String id) {
        return jdbc.sql("SELECT f.* FROM draft_file f JOIN (SELECT path, MAX(revision) AS last FROM draft_file"
                        + " WHERE program = ? AND draft = ? GROUP BY path) l ON f.path = l.path AND f.revision = l.last"
                        + " WHERE f.program = ? AND f.draft = ? ORDER BY f.path")
                .params(program.value(), id, program.value(), id)
                .query(DraftRows::change)
                .list();
    }

    /** Everybody who ever changed a file of it. */
    List<String> editors(ProgramId program, String id) {
        return jdbc.sql("SELECT DISTINCT changed_by FROM draft_file WHERE program = ? AND draft = ?")
                .params(program.value(), id)
                .query((row, i) -> row.getString("changed_by"))
                .list();
    }

    void add(ProgramId program, String id, Change change) {
        Content content = change.content();
        jdbc.sql("INSERT INTO draft_file (program, draft, path, revision, base_sha256, sha256, content, changed_by,"
                        + " changed_at) VALUES (?, ?, ?, ?, UNHEX(?), UNHEX(?), ?, ?, ?)")
                .params(program.value(), id, change.path(), change.revision())
                .param(change.base())
                .param(change.sha())
                .param(content == null ? null : content.bytes())
                .params(change.by(), utc(change.at()))
                .update();
    }

    /** A file as some revision of the draft had it. */
    Optional<Content> content(ProgramId program, String id, String path, String sha) {
        return jdbc.sql("SELECT content FROM draft_file WHERE program = ? AND draft = ? AND path = ?"
                        + " AND sha256 = UNHEX(?) LIMIT 1")
                .params(program.value(), id, path, sha)
                .query(byte[].class)
                .optional()
                .map(Content::of);
    }

    private static Draft draft(ResultSet row, int index) throws SQLException {
        return new Draft(
                row.getString("id"),
                row.getLong("revision"),
                State.valueOf(row.getString("state")),
                row.getString("title"),
                row.getLong("base"),
                new People(row.getString("author"), row.getString("submitter"), row.getString("approver")),
                new Plan(
                        row.getString("passed"),
                        instant(row.getObject("publish_at", LocalDateTime.class)),
                        row.getObject("canary_share", Integer.class),
                        row.getObject("release_no", Long.class),
                        row.getString("reason")),
                row.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static Change change(ResultSet row, int index) throws SQLException {
        byte[] base = row.getBytes("base_sha256");
        return new Change(
                row.getString("path"),
                row.getLong("revision"),
                base == null ? null : HexFormat.of().formatHex(base),
                Content.orNull(row.getBytes("content")),
                row.getString("changed_by"),
                row.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable LocalDateTime optional(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
