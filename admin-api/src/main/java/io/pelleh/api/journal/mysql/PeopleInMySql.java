package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.Persons;
import io.pelleh.api.journal.Timeline;
import io.pelleh.api.journal.json.JournalJson;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.StateCodec;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.PersonalData;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.program.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known about one customer: what happened, and who it is. */
final class PeopleInMySql implements Timeline, Persons {

    private final Asking sql;
    private final JournalJson json;

    PeopleInMySql(Asking sql, JournalJson json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public List<Entry> of(ProgramId program, CustomerId customer, long before, int limit) {
        return sql.list(
                row -> entry(program, customer, row),
                "SELECT source, event_id, type, origin, digest, occurred_at, decided_at, release_no, happening,"
                        + " decision, state_after FROM journal WHERE program = ? AND customer = ? AND version < ?"
                        + " ORDER BY version DESC LIMIT ?",
                program.value(),
                customer.value(),
                before,
                limit);
    }

    private Entry entry(ProgramId program, CustomerId customer, ResultSet row) throws SQLException {
        Event event = new Event(
                new EventId(program, row.getString("source"), row.getString("event_id")),
                row.getString("type"),
                Subject.of(customer),
                Times.read(row, "occurred_at"),
                Event.Origin.valueOf(row.getString("origin")),
                row.getString("digest"),
                json.happening(row.getString("happening")));
        JournalJson.Kept kept = json.decision(
                row.getString("decision"),
                new JournalJson.Frame(
                        Times.read(row, "decided_at"),
                        row.getLong("release_no"),
                        StateCodec.decode(row.getBytes("state_after"))));
        return new Entry(event, kept.inputs(), kept.decision());
    }

    @Override
    public Optional<PersonalData> find(ProgramId program, CustomerId customer) {
        return sql.first(
                this::person,
                "SELECT name, phone, email, gender, city, birth_date, locale, attributes FROM person"
                        + " WHERE program = ? AND customer = ? AND erased_at IS NULL",
                program.value(),
                customer.value());
    }

    private PersonalData person(ResultSet row) throws SQLException {
        @Nullable String attributes = row.getString("attributes");
        return new PersonalData(
                row.getString("name"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("gender"),
                row.getString("city"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("locale"),
                attributes == null ? Map.of() : json.texts(attributes));
    }
}
