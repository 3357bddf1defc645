package io.pelleh.api.simulate;

import io.pelleh.api.event.EventReader;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
import io.pelleh.rules.scenario.BrokenScenario;
import io.pelleh.rules.scenario.Somebody;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides what did not happen; reads customers and rules, and writes nothing. */
public final class Simulations {

    private static final CustomerId GUEST = new CustomerId("guest");
    private static final CheckoutId BASKET = new CheckoutId("simulation");

    private final Editions editions = new Editions();
    private final Ports ports;

    /** What simulations need from outside. */
    public record Ports(Programs programs, Door door, EventReader events, RuleSource rules) {}

    public Simulations(Ports ports) {
        this.ports = ports;
    }

    /** Answers a simulation with the rules its body names. */
    byte[] answer(Program program, JsonNode body) {
        return answer(program, SimulationRequest.read(program, body));
    }

    /** Answers one of a draft beside what is in force. */
    byte[] answer(Program program, String draft, JsonNode body) {
        SimulationRequest asked = SimulationRequest.read(program, body);
        return answer(program, asked.with(new RuleChoice(null, draft)));
    }

    private byte[] answer(Program program, SimulationRequest request) {
        Edition before = editions.of(program, ports.rules().files(program.id(), request.before()));
        Edition after = editions.of(program, ports.rules().files(program.id(), request.after()));
        Case asked = asked(program, request);
        return new SimulationJson(asked, request.whyNot())
                .of(Simulation.run(asked, before), Simulation.run(asked, after));
    }

    private Case asked(Program program, SimulationRequest request) {
        Instant at = request.who().at();
        Instant now = at == null ? ports.programs().now(program) : at;
        Somebody somebody = somebody(program, request, now);
        boolean real = request.who().id() != null;
        Subject subject =
                somebody.guest() ? Subject.GUEST : Subject.of(somebody.state().id());
        Event event = event(program, request, subject, now);
        boolean shown = request.goods() != null && !request.closed();
        Inputs read = Inputs.NONE.with(coupons(program, event, at == null ? now : null));
        return new Case(program, somebody.state(), somebody.guest(), real, event, now, shown, read);
    }

    /** Codes are looked up and never used; in the past neither uses nor holds of them are known. */
    private List<CouponOnFile> coupons(Program program, Event event, @Nullable Instant at) {
        return event.happening() instanceof CheckoutClosed closed
                ? ports.door()
                        .codes(program, new Door.Shown(closed.checkout(), event.subject(), closed.goods()))
                        .files(closed.checkout(), closed.goods(), at)
                : List.of();
    }

    private Somebody somebody(Program program, SimulationRequest request, Instant now) {
        SimulationRequest.Who who = request.who();
        Map<String, Object> given = who.given();
        if (given != null) {
            return told(program, given, now);
        }
        String id = who.id();
        if (id == null) {
            return new Somebody(CustomerState.unseen(GUEST, now), true);
        }
        Instant at = who.at();
        CustomerId customer = new CustomerId(id);
        return new Somebody(
                (at == null
                                ? ports.door().view(program, customer)
                                : ports.door().viewAt(program, customer, at))
                        .orElseThrow(() ->
                                new Refused(Code.CUSTOMER_NOT_FOUND, "nothing is known about this customer then")),
                false);
    }

    private static Somebody told(Program program, Map<String, Object> given, Instant now) {
        try {
            return Somebody.told(program, now, given);
        } catch (BrokenScenario e) {
            String detail = Objects.requireNonNullElse(e.getMessage(), "");
            throw Refused.because(Code.INVALID, new Fault("/customer/given", "wrong_words", detail));
        }
    }

    private Event event(Program program, SimulationRequest request, Subject subject, Instant now) {
        Goods goods = request.goods();
        JsonNode event = request.event();
        return goods == null && event != null
                ? ports.events()
                        .read(program, completed(event, subject), "/event")
                        .about(subject)
                : basket(program, Objects.requireNonNull(goods), subject, now);
    }

    private static Event basket(Program program, Goods goods, Subject subject, Instant now) {
        return new Event(
                new EventId(program.id(), "simulation", "simulation"),
                Door.CHECKOUT,
                subject,
                now,
                Event.Origin.LIVE,
                "",
                new CheckoutClosed(BASKET, "simulation", null, goods));
    }

    /** What an envelope must have and a simulation need not name. */
    private static JsonNode completed(JsonNode event, Subject subject) {
        if (!(event instanceof ObjectNode told)) {
            throw Refused.because(Code.INVALID, new Fault("/event", "wrong_type", "an event is an object"));
        }
        ObjectNode whole = told.deepCopy();
        putIfAbsent(whole, "specversion", "1.0");
        putIfAbsent(whole, "id", "simulation");
        putIfAbsent(whole, "source", "simulation");
        CustomerId customer = subject.customer();
        if (customer != null) {
            whole.put("subject", customer.value());
        }
        return whole;
    }

    private static void putIfAbsent(ObjectNode node, String name, String text) {
        if (!node.has(name)) {
            node.put(name, text);
        }
    }
}
