package io.pelleh.api.draft;

import io.pelleh.api.audit.AuditLog;
import io.pelleh.api.draft.Draft.People;
import io.pelleh.api.draft.Draft.Plan;
import io.pelleh.api.draft.Draft.State;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.ruleset.Releases;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The drafts of every program. */
public final class Drafts {

    private static final int MAX_OPEN = 200;

    private final DraftRows rows;
    private final Ports ports;

    /** What drafts need from outside. */
    public record Ports(Releases releases, AuditLog audit, TransactionTemplate transaction, InstantSource clock) {}

    public Drafts(JdbcClient jdbc, Ports ports) {
        this.rows = new DraftRows(jdbc);
        this.ports = ports;
    }

    /** An empty draft over what is in force. */
    public Draft create(ProgramId program, String actor, String title) {
        if (rows.open(program) >= MAX_OPEN) {
            throw new Refused(Code.DRAFT_STATE, "there are " + MAX_OPEN + " open drafts; publish or delete some");
        }
        long base = ports.releases().newest(program).number();
        String id = UUID.randomUUID().toString();
        Draft draft = new Draft(id, 1, State.DRAFT, title, base, new People(actor, null, null), Plan.NONE, now());
        ports.transaction().executeWithoutResult(status -> {
            rows.add(program, draft);
            ports.audit().add(new Trail(program, actor).step("draft.created", null, draft));
        });
        return draft;
    }

    /** @throws Refused when the program has no such draft */
    public Draft get(ProgramId program, String id) {
        return rows.find(program, id)
                .orElseThrow(() -> new Refused(Code.DRAFT_NOT_FOUND, "the program has no draft of this id"));
    }

    /** A page, the last changed first, of those changed before an instant. */
    List<Draft> list(ProgramId program, @Nullable State state, Instant before, int limit) {
        return rows.list(program, state, before, limit);
    }

    /**
     * All files as they would be: those in force with the draft's changes laid over; of a draft that was released, those
     * of its release.
     *
     * @throws Refused when the program has no such draft
     */
    public Map<String, byte[]> files(ProgramId program, String id) {
        Draft draft = get(program, id);
        Long release = draft.plan().release();
        return release == null
                ? over(ports.releases().newest(program).files(), changes(program, id))
                : ports.releases().files(program, release);
    }

    static Map<String, byte[]> over(Map<String, byte[]> files, List<Change> changes) {
        Map<String, byte[]> all = new TreeMap<>(files);
        for (Change change : changes) {
            Content content = change.content();
            if (content == null) {
                all.remove(change.path());
            } else {
                all.put(change.path(), content.bytes());
            }
        }
        return all;
    }

    /** What a draft changes, by path. */
    List<Change> changes(ProgramId program, String id) {
        return rows.changes(program, id).stream().filter(Change::real).toList();
    }

    Draft rename(ProgramId program, String id, Expected expected, String title) {
        return move(program, id, expected, new Step("draft.renamed", expected.actor(), draft -> draft.named(title)));
    }

    /** Takes one step of a draft's life: writes it if nobody was faster, and logs it. */
    Draft move(ProgramId program, String id, Expected expected, Step step) {
        Draft before = get(program, id);
        expected.check(before);
        Draft after = touched(step.to().apply(before));
        ports.transaction().executeWithoutResult(status -> {
            if (!rows.replace(program, before.revision(), after)) {
                throw new Refused(Code.VERSION_STALE, "somebody else has just changed the draft; read it again");
            }
            ports.audit().add(new Trail(program, step.actor()).step(step.action(), before, after));
        });
        return after;
    }

    /** Lays the draft's changes over what is in force now, whatever it was before. */
    Draft rebase(ProgramId program, String id, Expected expected) {
        Releases.Files newest = ports.releases().newest(program);
        Draft before = get(program, id);
        return ports.transaction().execute(status -> {
            UnaryOperator<Draft> onto = draft -> draft.edited().on(newest.number());
            Draft after = move(program, id, expected, new Step("draft.rebased", expected.actor(), onto));
            for (Change change : rows.changes(program, before.id())) {
                Content base = Content.orNull(newest.files().get(change.path()));
                rows.add(program, id, change.on(base == null ? null : base.sha(), after.revision()));
            }
            return after;
        });
    }

    private Draft touched(Draft d) {
        return new Draft(d.id(), d.revision(), d.state(), d.title(), d.base(), d.people(), d.plan(), now());
    }

    void remove(ProgramId program, String id, Expected expected) {
        Draft draft = get(program, id);
        expected.check(draft);
        if (!draft.editable() && draft.state() != State.WITHDRAWN) {
            throw new Refused(
                    Code.DRAFT_STATE, "a draft that is " + draft.state().word() + " cannot be deleted");
        }
        ports.transaction().executeWithoutResult(status -> {
            rows.remove(program, id);
            ports.audit().add(new Trail(program, expected.actor()).step("draft.deleted", draft, null));
        });
    }

    Instant now() {
        return ports.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    DraftRows rows() {
        return rows;
    }

    Ports ports() {
        return ports;
    }
}
