package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.flow.Chain.Setting;
import io.pelleh.engine.flow.Door.Ports;
import io.pelleh.engine.program.Program;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Past events of one customer, or of guests, many in one commit; and time that passed while nobody looked. */
final class Backlog {

    private static final int CHUNK = 500;

    private final Ports ports;
    private final Customers customers;
    private final Program program;
    private final Optional<CustomerId> who;
    private final Remainder remainder = Remainder.full();
    private final Set<Event> ofOthers = new LinkedHashSet<>();

    Backlog(Ports ports, Customers customers, Program program, Subject subject) {
        this.ports = ports;
        this.customers = customers;
        this.program = program;
        this.who = customers.who(program.id(), subject);
    }

    String turn(EventId first) {
        return program.id() + "/" + who.map(CustomerId::value).orElse(first.toString());
    }

    /** Commits those of the events that are not there yet; with the last of them the customer catches up with now. */
    int add(List<Event> events, Giving giving) {
        int added = 0;
        for (int from = 0; from < events.size(); from += CHUNK) {
            int to = Math.min(events.size(), from + CHUNK);
            added += persistently(events.subList(from, to), to == events.size(), giving);
        }
        return added;
    }

    /** Commits those that are not there yet; the customer does not catch up: more of the past is to come. */
    int addPart(List<Event> events, Giving giving) {
        return persistently(events, false, giving);
    }

    /** Applies the dues up to now, with what promotions bring at each; says whether nothing else was in the way. */
    boolean pass() {
        return persistently(List.of(), true, Giving.AFTER_SALE) == 0;
    }

    private int persistently(List<Event> chunk, boolean last, Giving giving) {
        Tries tries = new Tries();
        while (tries.left()) {
            List<Event> fresh = fresh(chunk);
            if (fresh.isEmpty() && !last) {
                return 0;
            }
            switch (committed(state(chunk, tries.again()), fresh, last, giving)) {
                case Committed.Done done -> {
                    return fresh.size()
                            - (int) fresh.stream().filter(ofOthers::contains).count();
                }
                case Committed.Exhausted spent -> remainder.narrow(spent.left(), tries);
                case Committed.Repeat repeat -> tries.clash();
                case Committed.Clash clash -> tries.clash();
                case Committed.CodeTaken taken -> tries.codeTaken();
            }
        }
        throw new StillDeciding("customer " + who.map(CustomerId::value).orElse("guest") + " stays busy; try again");
    }

    private List<Event> fresh(List<Event> chunk) {
        if (chunk.isEmpty()) {
            return chunk;
        }
        Set<EventId> present =
                ports.journal().present(chunk.stream().map(Event::id).toList());
        return present.isEmpty()
                ? chunk
                : chunk.stream().filter(event -> !present.contains(event.id())).toList();
    }

    private CustomerState state(List<Event> chunk, boolean again) {
        return who.flatMap(id -> again ? customers.truth(program.id(), id) : customers.load(program.id(), id))
                .orElseGet(() -> CustomerState.unseen(
                        who.orElse(Customers.GUEST),
                        chunk.isEmpty()
                                ? ports.programs().now(program)
                                : chunk.getFirst().occurredAt()));
    }

    private Committed committed(CustomerState before, List<Event> events, boolean last, Giving giving) {
        Chain chain = new Chain(
                new Setting(program, ports.rules(), who.isEmpty(), giving, ports.journal()::make),
                remainder.copy(),
                before);
        chain.knowing(orders(events));
        for (Event event : events) {
            OrderOnFile order = chain.onFile(event);
            if (order != null && ofOther(order, before)) {
                ofOthers.add(event);
            } else {
                chain.add(about(event));
            }
        }
        if (last) {
            chain.catchUp(ports.programs().now(program));
        }
        return write(before, chain);
    }

    private Map<String, OrderOnFile> orders(List<Event> events) {
        List<String> ids = events.stream()
                .map(event -> event.happening().order())
                .filter(Objects::nonNull)
                .toList();
        return ids.isEmpty() ? Map.of() : ports.journal().orders(program.id(), ids);
    }

    /** Whether an order on file says that it is not this customer's, under whatever name. */
    private boolean ofOther(OrderOnFile order, CustomerState before) {
        CustomerId owner = order.customer();
        if (!order.settlesBuyer(who.isEmpty()) || Objects.equals(owner, who.orElse(null))) {
            return false;
        }
        return owner == null
                || who.isEmpty()
                || customers
                        .load(program.id(), owner)
                        .filter(state -> state.id().equals(before.id()))
                        .isEmpty();
    }

    /** Those that turned out to be about orders of other customers; they are to go through the door one by one. */
    Set<Event> ofOthers() {
        return ofOthers;
    }

    private Event about(Event event) {
        return event.about(new Subject(who.orElse(null), event.subject().aliases()));
    }

    private Committed write(CustomerState before, Chain chain) {
        if (chain.steps().isEmpty()) {
            reschedule(before, chain.state());
            return new Committed.Done();
        }
        Subject subject = chain.steps().getLast().event().subject();
        Commit commit = new Commit(program, who.isEmpty() ? null : before, subject, chain.steps(), null, List.of());
        Committed committed = Writes.await(ports.journal().commit(commit));
        if (committed instanceof Committed.Done && who.isPresent()) {
            reschedule(commit.after(), chain.state());
            customers.keep(program.id(), chain.state());
        }
        return committed;
    }

    /** Dues that were reached and changed nothing leave only a later one. */
    private void reschedule(CustomerState was, CustomerState is) {
        boolean placed = is.standing().release() != was.standing().release();
        if (placed || !is.due().equals(was.due())) {
            ports.journal().reschedule(program.id(), is);
        }
    }
}
