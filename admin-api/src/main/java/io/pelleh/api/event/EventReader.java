package io.pelleh.api.event;

import io.pelleh.api.eventtype.DataSchema;
import io.pelleh.api.eventtype.EventTypes;
import io.pelleh.api.identity.Identities;
import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Instants;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes an event of an envelope, or refuses it with everything that is wrong. */
@Component
public class EventReader {

    private static final Duration MAX_AHEAD = Duration.ofMinutes(5);
    private static final int MAX_CUSTOMER_ID = 128;
    private static final Set<String> RESERVED_SOURCES = Set.of("checkout", "time", "internal", "quote", "import");

    private final EventTypes types;
    private final Identities identities;
    private final Programs programs;

    EventReader(EventTypes types, Identities identities, Programs programs) {
        this.types = types;
        this.identities = identities;
        this.programs = programs;
    }

    /**
     * Reads one event in the JSON format of CloudEvents.
     *
     * @param pointer where it stands in the body
     * @throws Refused when anything is wrong
     */
    public Event read(Program program, JsonNode event, String pointer) {
        return read(program, EnvelopeReader.read(event, pointer));
    }

    /** @throws Refused when anything is wrong; nothing was written then */
    Event read(Program program, Envelope envelope) {
        Faults faults = new Faults();
        Instant at = occurredAt(program, envelope, faults);
        source(envelope, faults);
        Optional<DataSchema> schema = types.find(program.id(), envelope.type());
        if (schema.isEmpty()) {
            faults.add(envelope.pointer() + "/type", "unknown_type", "the program knows no such event type");
        }
        faults.refuseIfAny();
        JsonNode data = envelope.data() == null ? JsonNodeFactory.instance.objectNode() : envelope.data();
        schema.orElseThrow().check(data, envelope.dataPointer(), faults);
        faults.refuseIfAny();
        Fields fields = data.isObject() ? new Fields(data, envelope.dataPointer(), faults) : null;
        Subject subject = subject(program, envelope, fields, faults);
        Happening happening = happening(program, envelope, data, fields);
        faults.refuseIfAny();
        return new Event(
                new EventId(program.id(), envelope.source(), envelope.id()),
                envelope.type(),
                subject,
                at,
                Event.Origin.LIVE,
                digest(envelope, data),
                happening);
    }

    private Happening happening(Program program, Envelope envelope, JsonNode data, @Nullable Fields fields) {
        return fields != null && types.builtIn(envelope.type())
                ? new Happenings(program, identities).read(envelope.type(), fields)
                : new Happening.ShopDefined(data.toString());
    }

    private Instant occurredAt(Program program, Envelope envelope, Faults faults) {
        Instant now = programs.now(program);
        if (envelope.time() == null) {
            return now;
        }
        Optional<Instant> at = Instants.parse(envelope.time());
        if (at.isEmpty()) {
            faults.add(
                    envelope.pointer() + "/time", "invalid_time", "a time like 2026-03-21T08:30:00+03:30 is expected");
        } else if (at.get().isAfter(now.plus(MAX_AHEAD))) {
            faults.add(envelope.pointer() + "/time", "time_in_future", "the time is more than 5 minutes ahead");
        }
        return at.orElse(now);
    }

    private static void source(Envelope envelope, Faults faults) {
        if (RESERVED_SOURCES.contains(envelope.source())) {
            faults.add(envelope.pointer() + "/source", "reserved", "this source is used by Pelleh itself");
        }
    }

    private Subject subject(Program program, Envelope envelope, @Nullable Fields data, Faults faults) {
        String id = envelope.subject();
        if (id != null && id.length() > MAX_CUSTOMER_ID) {
            faults.add(envelope.pointer() + "/subject", "wrong_length", "a customer id has at most 128 characters");
            return Subject.GUEST;
        }
        Fields names = data == null ? null : data.object("customer");
        Subject subject = identities.subject(program, id, names);
        if (subject.guest() && !faults.any() && !envelope.type().startsWith("order.")) {
            faults.add(envelope.pointer() + "/subject", "missing", "the event must say whom it is about");
        }
        return subject;
    }

    private String digest(Envelope envelope, JsonNode data) {
        return identities.digests().of("event", Json.write(json -> {
            json.writeStartArray();
            json.writeString(envelope.type());
            json.writeString(envelope.subject());
            json.writeString(envelope.time());
            json.writeBinary(Json.canonical(data));
            json.writeEndArray();
        }));
    }
}
