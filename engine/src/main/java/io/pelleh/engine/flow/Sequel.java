package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutChange;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.flow.Door.ExchangeAnswers;
import io.pelleh.engine.flow.Door.Ports;
import io.pelleh.engine.flow.Door.Rehearsed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The close that comes with a return: both are in one commit, or neither. */
final class Sequel {

    private final Ports ports;
    private final Event close;
    private final ExchangeAnswers answers;
    private Handing.Maker maker = Handing.Maker.NONE;

    Sequel(Ports ports, Event close, ExchangeAnswers answers) {
        this.ports = ports;
        this.close = close;
        this.answers = answers;
    }

    /** Under which the answer to both is kept. */
    EventId id() {
        return close.id();
    }

    /** The same, with codes for the coupons that are handed out. */
    Sequel making(Handing.Maker with) {
        maker = with;
        return this;
    }

    /** The commit with the close after its last step, which is the return. */
    Commit after(Commit commit, Remainder left) {
        Commit.Step back = commit.steps().getLast();
        Event told = close.about(back.event().subject());
        CheckoutMoves move = new CheckoutMoves(ports.journal(), told);
        move.check();
        Event event = move.promising(told);
        Instant now = back.decision().decidedAt();
        RuleSet rules = rules(event);
        List<CouponOnFile> codes = CodeLookup.of(ports.journal(), rules, event, now).stream()
                .map(file -> file.after(back.decision()))
                .toList();
        Inputs inputs = Inputs.of(order(event), left.exhausted()).with(codes);
        Settled settled = Handing.settle(maker, ports.journal()::shown, question(back, event, inputs, rules));
        List<Commit.Step> steps = new ArrayList<>(commit.steps());
        steps.add(settled.step(event, List.of()));
        List<CheckoutChange> checkouts = new ArrayList<>(commit.checkouts());
        checkouts.add(Objects.requireNonNull(move.change(settled.decision())));
        StoredAnswer answer =
                answers.write(new Rehearsed(back.event(), back.decision()), new Rehearsed(event, settled.decision()));
        return new Commit(commit.program(), commit.before(), commit.subject(), steps, answer, checkouts);
    }

    private RuleSet rules(Event event) {
        CustomerId customer = event.subject().customer();
        return ports.rules().inForce(event.id().program(), customer == null ? event.unit() : customer.value());
    }

    private Question question(Commit.Step back, Event event, Inputs inputs, RuleSet rules) {
        return new Question(
                ports.programs().get(event.id().program()),
                back.decision().after(),
                event.subject().customer() == null,
                event,
                inputs,
                rules,
                back.decision().decidedAt(),
                Question.Giving.ALL);
    }

    private @Nullable OrderOnFile order(Event event) {
        String id = Objects.requireNonNull(event.happening().order());
        OrderOnFile order =
                ports.journal().orders(event.id().program(), List.of(id)).get(id);
        if (order != null && !Objects.equals(order.customer(), event.subject().customer())) {
            throw new EventConflict("order " + id + " is another customer's; name the new order otherwise");
        }
        return order;
    }
}
