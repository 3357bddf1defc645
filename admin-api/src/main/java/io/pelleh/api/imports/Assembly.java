package io.pelleh.api.imports;

import io.pelleh.api.identity.Identities;
import io.pelleh.api.imports.Chunk.Placed;
import io.pelleh.api.imports.csv.Row.Contact;
import io.pelleh.api.imports.csv.Row.Sale;
import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Json;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.PersonalData;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.program.Program;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes one group's rows into events: all lines of an order are one event, at the time of the first of them. */
final class Assembly {

    private static final String SOURCE = "import:";

    /** The product that stands for all lines beyond the most an order may have. */
    private static final String REST = "other";

    private final Program program;
    private final Job.Plan plan;
    private final Identities identities;

    Assembly(Program program, Job.Plan plan, Identities identities) {
        this.program = program;
        this.plan = plan;
        this.identities = identities;
    }

    /** Events in the order in which they apply, and rows that make none. */
    record Made(List<Source> events, List<Late> refused) {}

    /** An event and the places of the rows it is made of. */
    record Source(Event event, List<Long> rows) {}

    /** Rows that turned out to be wrong after they were read, and why. */
    record Late(List<Long> rows, String reason) {}

    /** One order while its lines are gathered; {@code id} names its event. */
    private static final class Draft {

        private final String id;
        private final Sale first;
        private final List<Line> lines = new ArrayList<>();
        private final List<Long> rows = new ArrayList<>();
        private Instant at;

        Draft(String id, Sale first) {
            this.id = id;
            this.first = first;
            this.at = first.at();
        }

        void add(long row, Sale sale) {
            rows.add(row);
            lines.add(sale.line());
            at = sale.at().isBefore(at) ? sale.at() : at;
        }
    }

    /** The events of several groups, one group after the other. */
    Made make(Collection<List<Placed>> groups) {
        Made all = new Made(new ArrayList<>(), new ArrayList<>());
        for (List<Placed> rows : groups) {
            Made made = make(rows);
            all.events().addAll(made.events());
            all.refused().addAll(made.refused());
        }
        return all;
    }

    /** The events of rows that are in the order of their files, oldest first; orders of one instant by id. */
    private Made make(List<Placed> rows) {
        Map<String, Draft> orders = new LinkedHashMap<>();
        List<Source> events = new ArrayList<>();
        List<Late> refused = new ArrayList<>();
        for (Placed placed : rows) {
            switch (placed.row()) {
                case Contact contact -> contact(placed.at(), contact, events, refused);
                case Sale sale -> {
                    String id = id(placed.at(), sale);
                    orders.computeIfAbsent(id, key -> new Draft(key, sale)).add(placed.at(), sale);
                }
            }
        }
        orders.values().forEach(draft -> order(draft, events, refused));
        events.sort(Comparator.comparing((Source source) -> source.event().occurredAt())
                .thenComparing(source -> source.event().id().id()));
        return new Made(events, refused);
    }

    private void order(Draft draft, List<Source> events, List<Late> refused) {
        try {
            events.add(new Source(order(draft), draft.rows));
        } catch (ArithmeticException e) {
            refused.add(new Late(draft.rows, "amount_too_large"));
        }
    }

    private String id(long at, Sale sale) {
        String id = sale.orderId().isEmpty() ? plan.row(at) : sale.orderId();
        return sale.returned() ? "return:" + id : id;
    }

    private Event order(Draft draft) {
        Sale first = draft.first;
        Goods goods = Goods.of(fitted(draft.lines), 0);
        String order = first.orderId().isEmpty() ? SOURCE + plan.source() + ":" + draft.id : first.orderId();
        Subject subject = first.customer().isEmpty() ? Subject.GUEST : Subject.of(new CustomerId(first.customer()));
        return first.returned()
                ? event(draft.id, subject, draft.at, new Happening.OrderReturned(order, first.returnOf(), goods))
                : event(draft.id, subject, draft.at, new Happening.OrderPlaced(order, goods));
    }

    /** Lines beyond what one order may have are summed up in the last. */
    private static List<Line> fitted(List<Line> lines) {
        if (lines.size() <= Goods.MAX_LINES) {
            return lines;
        }
        List<Line> kept = new ArrayList<>(lines.subList(0, Goods.MAX_LINES - 1));
        long quantity = 0;
        long amount = 0;
        for (Line line : lines.subList(kept.size(), lines.size())) {
            quantity = Math.addExact(quantity, line.quantity());
            amount = Math.addExact(amount, line.amount());
        }
        kept.add(new Line(REST, List.of(), quantity, BigDecimal.ZERO, amount, null, 0, Map.of()));
        return kept;
    }

    private void contact(long at, Contact contact, List<Source> events, List<Late> refused) {
        JsonNode told = Json.read(contact.told().getBytes(StandardCharsets.UTF_8));
        Faults faults = new Faults();
        Fields body = Fields.of(told, faults);
        Fields names = body.object("names");
        Subject subject = identities.subject(program, contact.customer(), names);
        PersonalData person = identities.person(program, names, body.object("person"));
        if (faults.any()) {
            refused.add(new Late(List.of(at), faults.code()));
        } else {
            Event event = event(plan.row(at), subject, contact.at(), new Happening.ContactIdentified(person));
            events.add(new Source(event, List.of(at)));
        }
    }

    private Event event(String id, Subject subject, Instant at, Happening happening) {
        String type = switch (happening) {
            case Happening.OrderPlaced placed -> "order.placed";
            case Happening.OrderReturned returned -> "order.returned";
            default -> "contact.identified";
        };
        EventId event = new EventId(program.id(), SOURCE + plan.source(), id);
        return new Event(event, type, subject, at, Event.Origin.HISTORIC, "", happening);
    }
}
