package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.json.JournalJson;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutOnFile;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.StateCodec;
import io.pelleh.engine.event.Alias;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.flow.StoredAnswer;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.ProgramId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the door reads before it decides. */
final class Reads {

    static final String ANSWER = "digest, status, body FROM journal LEFT JOIN answer USING (node_id, batch, seq)";
    static final String ORDER = "program, id, customer, placed_at, known, paid, counted, cancelled, spent, units,"
            + " returned, returned_units, lot, points, return_ids";
    private static final String CHECKOUT =
            "SELECT id, state, customer, order_id, revision, given_back, promise, holds FROM checkout";
    private static final int MAX_KEYS = 256;

    private static final Asking.Reader<CustomerState> STATE = row -> StateCodec.decode(row.getBytes(1));

    private final Asking sql;
    private final JournalJson json;

    Reads(Asking sql, JournalJson json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<StoredAnswer> answered(EventId event) {
        return sql.first(
                Reads::answer,
                "SELECT " + ANSWER + " WHERE program = ? AND source = ? AND event_id = ?",
                event.program().value(),
                event.source(),
                event.id());
    }

    Set<EventId> present(Collection<EventId> events) {
        Set<EventId> present = new HashSet<>();
        List<EventId> left = new ArrayList<>(events);
        for (int from = 0; from < left.size(); from += MAX_KEYS) {
            present.addAll(some(left.subList(from, Math.min(left.size(), from + MAX_KEYS))));
        }
        return present;
    }

    private List<EventId> some(List<EventId> events) {
        Object[] values = events.stream()
                .flatMap(event -> Stream.of(event.program().value(), event.source(), event.id()))
                .toArray();
        return sql.list(
                row -> new EventId(new ProgramId(row.getString(1)), row.getString(2), row.getString(3)),
                "SELECT program, source, event_id FROM journal WHERE "
                        + anyOf("(program = ? AND source = ? AND event_id = ?)", events.size()),
                values);
    }

    Map<String, CustomerState> states(ProgramId program, Collection<String> customers) {
        return byId(STATE, "SELECT state FROM customer", program, customers).stream()
                .collect(Collectors.toMap(state -> state.id().value(), Function.identity()));
    }

    Optional<CustomerState> find(ProgramId program, CustomerId customer) {
        return sql.first(
                STATE, "SELECT state FROM customer WHERE program = ? AND id = ?", program.value(), customer.value());
    }

    /** {@code decided_at} never decreases with the version, so the newest one not after it is the last known then. */
    Optional<CustomerState> findAt(ProgramId program, CustomerId customer, Instant at) {
        return sql.first(
                STATE,
                "SELECT state_after FROM journal WHERE program = ? AND customer = ? AND decided_at <= ?"
                        + " ORDER BY version DESC LIMIT 1",
                program.value(),
                customer.value(),
                Times.column(at));
    }

    Map<String, OrderOnFile> orders(ProgramId program, Collection<String> orderIds) {
        return byId(Reads::order, "SELECT " + ORDER + " FROM customer_order", program, orderIds).stream()
                .collect(Collectors.toMap(OrderOnFile::orderId, Function.identity()));
    }

    Map<String, CheckoutOnFile> checkouts(ProgramId program, Collection<String> checkouts) {
        return byId(this::checkout, CHECKOUT, program, checkouts).stream()
                .collect(Collectors.toMap(checkout -> checkout.id().value(), Function.identity()));
    }

    /** Rows by id, in few reads; the number of ids is rounded up, so that few statements are ever prepared. */
    private <T> List<T> byId(Asking.Reader<T> reader, String select, ProgramId program, Collection<String> wanted) {
        List<T> found = new ArrayList<>();
        List<String> ids = wanted.stream().distinct().toList();
        for (int from = 0; from < ids.size(); from += MAX_KEYS) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + MAX_KEYS));
            int places = ByKeys.places(some.size());
            Object[] values = new Object[places + 1];
            Arrays.fill(values, some.getLast());
            System.arraycopy(some.toArray(), 0, values, 1, some.size());
            values[0] = program.value();
            String marks = String.join(", ", Collections.nCopies(places, "?"));
            found.addAll(sql.list(reader, select + " WHERE program = ? AND id IN (" + marks + ")", values));
        }
        return found;
    }

    Optional<CheckoutOnFile> checkout(ProgramId program, CheckoutId checkout) {
        return sql.first(this::checkout, CHECKOUT + " WHERE program = ? AND id = ?", program.value(), checkout.value());
    }

    Map<Counter, Long> used(ProgramId program, Collection<Counter> counters) {
        Map<Counter, Long> used = new HashMap<>();
        Object[] values = Stream.concat(
                        Stream.of(program.value()),
                        counters.stream().flatMap(each -> Stream.of(each.id(), each.period())))
                .toArray();
        sql.list(
                row -> used.put(new Counter(row.getString(1), row.getString(2)), row.getLong(3)),
                "SELECT id, period, used FROM counter WHERE program = ? AND ("
                        + anyOf("(id = ? AND period = ?)", counters.size()) + ")",
                values);
        return used;
    }

    List<CustomerId> known(ProgramId program, List<Alias> aliases) {
        return aliases.stream()
                .flatMap(alias -> known(program, alias).stream())
                .distinct()
                .toList();
    }

    private List<CustomerId> known(ProgramId program, Alias alias) {
        return sql.list(
                row -> new CustomerId(row.getString(1)),
                "SELECT customer FROM alias WHERE program = ? AND kind = ? AND value = ?",
                program.value(),
                alias.kind().name(),
                alias.value());
    }

    void reschedule(ProgramId program, CustomerState state) {
        sql.change(
                "UPDATE customer SET next_due = ?, release_no = ?, state = ? WHERE program = ? AND id = ? AND version = ?",
                Times.optional(state.due()),
                state.standing().release(),
                StateCodec.encode(state),
                program.value(),
                state.id().value(),
                state.version());
    }

    private static String anyOf(String condition, int times) {
        return String.join(" OR ", Collections.nCopies(times, condition));
    }

    static StoredAnswer answer(ResultSet row) throws SQLException {
        byte[] body = row.getBytes("body");
        return new StoredAnswer(
                row.getInt("status"),
                row.getString("digest"),
                body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    static OrderOnFile order(ResultSet row) throws SQLException {
        return new OrderOnFile(
                row.getString("id"),
                customer(row.getString("customer")),
                Times.read(row, "placed_at"),
                new OrderOnFile.Status(
                        row.getBoolean("known"),
                        row.getBoolean("paid"),
                        row.getBoolean("counted"),
                        row.getBoolean("cancelled")),
                new OrderOnFile.Money(
                        row.getLong("spent"),
                        row.getLong("units"),
                        row.getLong("returned"),
                        row.getLong("returned_units")),
                new OrderOnFile.Award(row.getString("lot"), row.getLong("points")),
                returns(row.getString("return_ids")));
    }

    /** The order as it would be read back. */
    static OrderOnFile kept(OrderOnFile order) {
        return new OrderOnFile(
                order.orderId(),
                order.customer(),
                Times.micros(order.placedAt()),
                order.status(),
                order.money(),
                order.award(),
                order.returns());
    }

    /** Ids have no control characters, so each has a line. */
    static @Nullable String returns(OrderOnFile order) {
        return order.returns().isEmpty() ? null : String.join("\n", order.returns());
    }

    private static List<String> returns(@Nullable String lines) {
        return lines == null ? List.of() : List.of(lines.split("\n"));
    }

    private CheckoutOnFile checkout(ResultSet row) throws SQLException {
        return new CheckoutOnFile(
                new CheckoutId(row.getString("id")),
                CheckoutState.valueOf(row.getString("state")),
                customer(row.getString("customer")),
                row.getString("order_id"),
                row.getLong("revision"),
                json.readGivenBack(row.getString("given_back")),
                json.promise(row.getString("promise")),
                row.getBoolean("holds"));
    }

    private static @Nullable CustomerId customer(@Nullable String id) {
        return id == null ? null : new CustomerId(id);
    }
}
