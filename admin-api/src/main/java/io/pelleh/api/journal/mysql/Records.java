package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.CheckoutPast;
import io.pelleh.api.journal.json.JournalJson;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.StateCodec;
import io.pelleh.engine.decision.Recorded;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was decided once, read again. */
final class Records implements CheckoutPast {

    private static final String SELECTED = "SELECT source, event_id, customer, type, origin, digest, occurred_at,"
            + " decided_at, release_no, happening, decision, state_after FROM journal";

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
                row -> recorded(event.program(), row),
                SELECTED + " WHERE program = ? AND source = ? AND event_id = ?",
                event.program().value(),
                event.source(),
                event.id());
    }

    private Recorded recorded(ProgramId program, ResultSet row) throws SQLException {
        @Nullable String customer = row.getString("customer");
        Event event = new Event(
                new EventId(program, row.getString("source"), row.getString("event_id")),
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

    /** In how many checkouts something was shown; what was shown in this one is left out. */
    Map<Counter, Long> shown(ProgramId program, Collection<Counter> counters, @Nullable CheckoutId own) {
        Map<Counter, Long> shown = new HashMap<>();
        for (Counter counter : counters) {
            sql.first(
                            row -> row.getLong(1),
                            "SELECT COUNT(*) FROM exposure WHERE program = ? AND counter = ? AND period = ?"
                                    + " HAVING COALESCE(SUM(checkout = ?), 0) = 0",
                            program.value(),
                            counter.id(),
                            counter.period(),
                            own == null ? "" : own.value())
                    .ifPresent(count -> shown.put(counter, count));
        }
        return shown;
    }

    /** Counters as the decisions up to an instant left them. */
    Map<Counter, Long> usedAt(ProgramId program, Collection<Counter> counters, Instant at) {
        Map<Counter, Long> used = new HashMap<>();
        for (Counter counter : counters) {
            sql.first(
                            row -> row.getLong(1),
                            "SELECT COALESCE(SUM(e.amount), 0) FROM counter_entry e JOIN journal USING (node_id, batch, seq)"
                                    + " WHERE e.program = ? AND e.counter = ? AND e.period = ? AND decided_at <= ?",
                            program.value(),
                            counter.id(),
                            counter.period(),
                            Times.column(at))
                    .ifPresent(sum -> used.put(counter, sum));
        }
        return used;
    }

    /** All moves of a checkout begin with its id and a slash, and so may those of another whose id begins like that. */
    @Override
    public List<Recorded> moves(ProgramId program, CheckoutId checkout, Instant until) {
        return sql
                .list(
                        row -> recorded(program, row),
                        SELECTED + " WHERE program = ? AND source = 'checkout' AND event_id >= ? AND event_id < ?"
                                + " AND decided_at <= ?"
                                + " ORDER BY decided_at DESC, version DESC, node_id DESC, batch DESC, seq DESC LIMIT ?",
                        program.value(),
                        checkout.value() + "/",
                        checkout.value() + "0",
                        Times.column(until),
                        MAX_MOVES)
                .stream()
                .filter(recorded -> checkout.equals(recorded.event().happening().checkout()))
                .toList();
    }
}
