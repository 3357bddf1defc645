package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.json.JournalJson;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.StateCodec;
import io.pelleh.engine.decision.Recorded;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was decided once, read again. */
final class Records {

    private final Asking sql;
    private final JournalJson json;

    Records(Asking sql, JournalJson json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<CustomerState> findVersion(ProgramId program, CustomerId customer, long version) {
        return sql.first(
                row -> StateCodec.decode(row.getBytes(1)),
                "SELECT state_after FROM journal WHERE program = ? AND customer = ? AND version = ?",
                program.value(),
                customer.value(),
                version);
    }

    Optional<Recorded> recorded(EventId event) {
        return sql.first(
                row -> recorded(event, row),
                "SELECT customer, type, origin, digest, occurred_at, decided_at, release_no, happening, decision,"
                        + " state_after FROM journal WHERE program = ? AND source = ? AND event_id = ?",
                event.program().value(),
                event.source(),
                event.id());
    }

    private Recorded recorded(EventId id, ResultSet row) throws SQLException {
        @Nullable String customer = row.getString("customer");
        Event event = new Event(
                id,
                row.getString("type"),
                customer == null ? Subject.GUEST : Subject.of(new CustomerId(customer)),
                Times.read(row, "occurred_at"),
                Event.Origin.valueOf(row.getString("origin")),
                row.getString("digest"),
                json.happening(row.getString("happening")));
        byte[] state = row.getBytes("state_after");
        CustomerState after = state == null
                ? CustomerState.unseen(new CustomerId("guest"), event.occurredAt())
                : StateCodec.decode(state);
        JournalJson.Kept kept = json.decision(
                row.getString("decision"),
                new JournalJson.Frame(Times.read(row, "decided_at"), row.getLong("release_no"), after));
        return new Recorded(event, kept.inputs(), kept.decision());
    }
}
