package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.Histories;
import io.pelleh.api.journal.json.JournalJson;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.StateCodec;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The journal by its index on customers, in few big reads. */
final class HistoriesInMySql implements Histories {

    private static final String EVENT = "SELECT node_id, batch, seq, customer, source, event_id, type, origin,"
            + " occurred_at, decided_at, happening, JSON_EXTRACT(decision, '$.inputs.order') AS on_file,"
            + " IF(type = 'checkout.closed', JSON_EXTRACT(decision, '$.inputs.coupons'), NULL) AS coupons,"
            + " IF(type IN ('checkout.returned', 'checkout.cancelled'), JSON_EXTRACT(decision, '$.inputs.sale'), NULL) AS sold"
            + " FROM journal"
            + " WHERE program = ? AND decided_at >= ? AND decided_at < ? AND source <> 'time'";

    private final Asking sql;
    private final JournalJson json;

    HistoriesInMySql(Asking sql, JournalJson json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public long customers(ProgramId program) {
        return sql.first(row -> row.getLong(1), "SELECT COUNT(*) FROM customer WHERE program = ?", program.value())
                .orElse(0L);
    }

    /** A customer as it is now. */
    private record Now(CustomerId id, Instant decidedAt, CustomerState state) {}

    @Override
    public List<Start> starts(ProgramId program, String after, Instant from, int limit) {
        List<Now> page = sql.list(
                row -> new Now(
                        new CustomerId(row.getString(1)),
                        Times.read(row, "decided_at"),
                        StateCodec.decode(row.getBytes(3))),
                "SELECT id, decided_at, state FROM customer WHERE program = ? AND id > ? ORDER BY id LIMIT ?",
                program.value(),
                after,
                limit);
        List<Object> later = page.stream()
                .filter(now -> !now.decidedAt().isBefore(from))
                .<Object>map(now -> now.id().value())
                .toList();
        Map<CustomerId, CustomerState> then = then(program, known(program, later, from), from);
        return page.stream()
                .map(now -> new Start(now.id(), now.decidedAt().isBefore(from) ? now.state() : then.get(now.id())))
                .toList();
    }

    /** Those who were known before an instant: a look at the first version only. */
    private List<Object> known(ProgramId program, List<Object> customers, Instant from) {
        return customers.isEmpty()
                ? customers
                : sql.list(
                        row -> (Object) row.getString(1),
                        "SELECT customer FROM journal WHERE program = ? AND customer IN (" + marks(customers)
                                + ") AND version = 1 AND decided_at < ?",
                        values(program, customers, from));
    }

    private Map<CustomerId, CustomerState> then(ProgramId program, List<Object> customers, Instant from) {
        Map<CustomerId, CustomerState> states = new HashMap<>();
        if (!customers.isEmpty()) {
            sql.list(
                            row -> StateCodec.decode(row.getBytes(1)),
                            "SELECT j.state_after FROM journal j JOIN (SELECT program, customer, MAX(version) AS version"
                                    + " FROM journal WHERE program = ? AND customer IN (" + marks(customers)
                                    + ") AND decided_at < ? GROUP BY program, customer) last"
                                    + " ON j.program = last.program AND j.customer = last.customer"
                                    + " AND j.version = last.version",
                            values(program, customers, from))
                    .forEach(state -> states.put(state.id(), state));
        }
        return states;
    }

    private static String marks(List<Object> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private static Object[] values(ProgramId program, List<Object> customers, Instant from) {
        List<Object> values = new ArrayList<>();
        values.add(program.value());
        values.addAll(customers);
        values.add(Times.column(from));
        return values.toArray();
    }

    @Override
    public void events(Span span, Consumer<Happened> each) {
        sql.each(
                row -> each.accept(happened(span.program(), row)),
                EVENT + " AND customer >= ? AND customer <= ? ORDER BY customer, version",
                span.program().value(),
                Times.column(span.period().from()),
                Times.column(span.period().to()),
                span.first().value(),
                span.last().value());
    }

    @Override
    public List<Happened> guests(ProgramId program, Period period, Place after, int limit) {
        return sql.list(
                row -> happened(program, row),
                EVENT + " AND customer IS NULL AND version IS NULL AND (node_id > ? OR (node_id = ? AND"
                        + " (batch > ? OR (batch = ? AND seq > ?)))) ORDER BY node_id, batch, seq LIMIT ?",
                program.value(),
                Times.column(period.from()),
                Times.column(period.to()),
                after.node(),
                after.node(),
                after.batch(),
                after.batch(),
                after.seq(),
                limit);
    }

    /** By place: to find a column by its name costs more than to read it. */
    private Happened happened(ProgramId program, ResultSet row) throws SQLException {
        @Nullable String customer = row.getString(4);
        Event event = new Event(
                new EventId(program, row.getString(5), row.getString(6)),
                row.getString(7),
                customer == null ? Subject.GUEST : Subject.of(new CustomerId(customer)),
                Times.read(row, 9),
                Event.Origin.valueOf(row.getString(8)),
                "",
                json.happening(row.getBytes(11)));
        return new Happened(
                event,
                Times.read(row, 10),
                new Inputs(
                        json.order(row.getString(12)),
                        Set.of(),
                        json.sale(row.getString(14)),
                        json.coupons(row.getString(13)),
                        List.of()),
                new Place(row.getInt(1), row.getLong(2), row.getInt(3)));
    }

    @Override
    public Map<Counter, Long> used(Program program, Instant at) {
        List<Object> values = new ArrayList<>(List.of(program.id().value(), Times.column(at)));
        List<Object> periods = Arrays.stream(io.pelleh.engine.program.Period.values())
                .<Object>map(period -> period.key(program, at))
                .toList();
        values.addAll(periods);
        Map<Counter, Long> used = new HashMap<>();
        sql.each(
                row -> used.put(new Counter(row.getString(1), row.getString(2)), row.getLong(3)),
                "SELECT c.counter, c.period, SUM(c.amount) FROM counter_entry c JOIN journal j USING (node_id, batch, seq)"
                        + " WHERE c.program = ? AND j.decided_at < ? AND c.period IN (" + marks(periods)
                        + ") GROUP BY c.counter, c.period",
                values.toArray());
        return used;
    }
}
