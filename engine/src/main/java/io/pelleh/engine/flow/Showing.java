package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Event.Origin;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.flow.Door.Ports;
import io.pelleh.engine.flow.Door.Prospects;
import io.pelleh.engine.flow.Door.Shown;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows one program's customers and baskets, now or as they were known at an instant; writes nothing. */
final class Showing {

    private final Ports ports;
    private final Customers customers;
    private final Program program;
    private final @Nullable Instant at;

    /** @param at null for now */
    Showing(Ports ports, Customers customers, Program program, @Nullable Instant at) {
        this.ports = ports;
        this.customers = customers;
        this.program = program;
        this.at = at;
    }

    private Instant now() {
        return at == null ? ports.programs().now(program) : at;
    }

    /** A customer's state, with the dues up to then applied in memory. */
    Optional<CustomerState> view(CustomerId customer) {
        Instant now = now();
        Optional<CustomerState> state =
                at == null ? customers.load(program.id(), customer) : customers.past(program.id(), customer, at);
        return state.map(known -> Passage.of(program, ports.rules(), Giving.AFTER_SALE)
                .until(known, now)
                .state());
    }

    /** What each basket of one shopper would be decided by. */
    List<Question> questions(Shown shopper, List<Goods> baskets) {
        Instant now = now();
        Optional<CustomerId> who = customers.who(program.id(), shopper.subject());
        CustomerState state =
                who.flatMap(this::view).orElseGet(() -> CustomerState.unseen(who.orElse(Customers.GUEST), now));
        String unit = who.map(CustomerId::value).orElse(shopper.checkout().value());
        RuleSet rules = at == null
                ? ports.rules().inForce(program.id(), unit)
                : ports.rules().inForceAt(program.id(), unit, at);
        Map<List<String>, Inputs> read = new HashMap<>();
        List<Question> questions = new ArrayList<>();
        for (Goods goods : baskets) {
            Event event = shown(new Shown(shopper.checkout(), shopper.subject(), goods), now);
            Inputs inputs = read.computeIfAbsent(goods.coupons(), codes -> read(rules, event));
            RuleSet deciding = shopper.watching().apply(rules);
            questions.add(new Question(program, state, who.isEmpty(), event, inputs, deciding, now, Giving.ALL));
        }
        return questions;
    }

    private Inputs read(RuleSet rules, Event event) {
        Instant then = at;
        return Inputs.NONE.with(
                then == null
                        ? CodeLookup.of(ports.journal(), rules, event, event.occurredAt())
                        : asOf(then, CodeLookup.of(ports.journal(), rules, event, null)));
    }

    /** Codes as used up to then; who held them is not known any more. */
    private List<CouponOnFile> asOf(Instant then, List<CouponOnFile> files) {
        Set<Counter> counters = files.stream().map(CouponOnFile::counter).collect(Collectors.toSet());
        Map<Counter, Long> used =
                counters.isEmpty() ? Map.of() : ports.journal().usedAt(program.id(), counters, then);
        return files.stream()
                .map(file -> file.used(used.getOrDefault(file.counter(), 0L)))
                .toList();
    }

    private Event shown(Shown basket, Instant now) {
        return new Event(
                new EventId(program.id(), "quote", "quote"),
                Door.CHECKOUT,
                basket.subject(),
                now,
                Origin.LIVE,
                "",
                new CheckoutClosed(basket.checkout(), "quote", null, basket.goods()));
    }

    Decision decide(Question question) {
        return Quoting.decide(counts(), question);
    }

    /** What a customer may get with some basket, and the question behind it; nothing for a customer nobody knows. */
    Optional<Prospects> prospects(CustomerId customer) {
        return view(customer).map(state -> {
            Shown nobody = new Shown(new CheckoutId("offers"), Subject.of(state.id()), Goods.NONE);
            Question question = questions(nobody, List.of(Goods.NONE)).getFirst();
            return new Prospects(
                    state.id(), question.now(), question.rules(), Quoting.prospects(counts().used(), question));
        });
    }

    /** What was shown in the past is not asked. */
    private Quoting.Counts counts() {
        Instant then = at;
        return then == null
                ? Quoting.Counts.of(ports.journal())
                : new Quoting.Counts(
                        (id, counters) -> ports.journal().usedAt(id, counters, then),
                        (id, counters, own) -> Map.of(),
                        ports.journal()::make);
    }
}
