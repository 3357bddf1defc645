package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.checkout.Sale;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Event.Origin;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.flow.Door.Answer;
import io.pelleh.engine.flow.Door.Answers;
import io.pelleh.engine.flow.Door.Ports;
import io.pelleh.engine.flow.Door.Rehearsed;
import io.pelleh.engine.flow.Meter.Occasion;
import io.pelleh.engine.flow.Meter.Step;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event on its way through the door. */
final class Acceptance {

    /** For events whose sender is Pelleh itself: nobody waits for an answer. */
    static final Answers UNHEARD = (event, decision) -> new StoredAnswer(0, event.digest(), "");

    private static final int MAX_REFUSED = 50;

    private final Ports ports;
    private final Customers customers;
    private final Program program;
    private final Event event;
    private final Optional<CustomerId> who;
    private final Filed first;
    private final Remainder remainder = Remainder.full();
    private List<Event> caused = List.of();
    private @Nullable Sequel sequel;
    private Handing.Maker maker;

    Acceptance(Ports ports, Customers customers, Program program, Event told) {
        Event event = CheckoutMoves.named(ports.journal(), told);
        this.ports = ports;
        this.customers = customers;
        this.program = program;
        this.maker = ports.journal()::make;
        this.first = customers.filed(asked(event));
        this.who = meant(first.order(), customers, event);
        this.event = event.about(new Subject(who.orElse(null), event.subject().aliases()));
    }

    /** An order that is on file says whose it is; what comes after it need not name the customer again. */
    private static Optional<CustomerId> meant(@Nullable OrderOnFile order, Customers customers, Event event) {
        return order != null && order.settlesBuyer(event.subject().guest())
                ? Optional.ofNullable(order.customer())
                : customers.who(event.id().program(), event.subject());
    }

    /** Where files are read anyway, the customer's is read with them; else their state comes from the fast copy. */
    private static Filed.Asked asked(Event event) {
        Happening what = event.happening();
        boolean filed = what.order() != null || what.checkout() != null;
        CustomerId named = filed ? event.subject().customer() : null;
        return new Filed.Asked(event.id().program(), what.order(), what.checkout(), named);
    }

    private Filed again() {
        Happening what = event.happening();
        return customers.filed(new Filed.Asked(program.id(), what.order(), what.checkout(), who.orElse(null)));
    }

    /** What may not be decided twice at a time: the customer, or a guest's order or event. */
    String turn() {
        String order = event.happening().order();
        String guest = order == null ? event.id().toString() : "order " + order;
        return program.id() + "/" + who.map(CustomerId::value).orElse(guest);
    }

    /** Events for other customers that this one caused; to be sent through the door once it is committed. */
    List<Event> caused() {
        return caused;
    }

    /** @param stale whether something of this turn was committed while this event was read */
    Answer commit(Answers answers, boolean stale) {
        Tries tries = new Tries();
        while (tries.left() && remainder.refusals() < MAX_REFUSED) {
            boolean old = tries.again() || (stale && !first.asked().nothing());
            Outset outset = outset(old ? again() : first);
            if (Merges.done(event, outset.before())) {
                return new Answer(new StoredAnswer(0, event.digest(), ""), true);
            }
            CheckoutMoves move = outset.move();
            Optional<StoredAnswer> moved = move.done() ? answered() : Optional.empty();
            if (moved.isPresent()) {
                return repeat(moved.get());
            }
            move.check();
            Commit commit = decide(outset, answers);
            switch (write(commit)) {
                case Committed.Done done -> {
                    return finish(commit);
                }
                case Committed.Repeat repeat -> {
                    return repeat(repeat.answer());
                }
                case Committed.Exhausted spent -> remainder.narrow(spent.left(), tries);
                case Committed.Clash clash -> tries.clash();
                case Committed.CodeTaken taken -> tries.codeTaken();
            }
        }
        throw new StillDeciding("the customer of event " + event.id().id() + " stays busy; repeat the event");
    }

    private Optional<StoredAnswer> answered() {
        Optional<StoredAnswer> own = ports.journal().answered(event.id());
        return sequel == null ? own : ports.journal().answered(sequel.id()).or(() -> own);
    }

    /** Lets a close come with the event, which is a return. */
    Acceptance with(Sequel next) {
        sequel = next;
        return this;
    }

    private Outset outset(Filed filed) {
        return new Outset(state(filed), filed.order(), new CheckoutMoves(event, filed.checkout()));
    }

    private CustomerState state(Filed filed) {
        return who.flatMap(id -> filed.tells(id)
                        ? customers.survivor(program.id(), filed.customer())
                        : customers.load(program.id(), id))
                .orElseGet(() -> CustomerState.unseen(who.orElse(Customers.GUEST), event.occurredAt()));
    }

    /** What a decision begins with: as read at first, until something says that it has changed. */
    private record Outset(CustomerState before, @Nullable OrderOnFile order, CheckoutMoves move) {}

    private Commit decide(Outset outset, Answers answers) {
        long begun = System.nanoTime();
        CustomerState before = outset.before();
        Event event = outset.move().promising(this.event);
        Instant now = now(before);
        RuleSet rules = answers.watching(
                ports.rules().inForce(program.id(), who.map(CustomerId::value).orElseGet(event::unit)));
        Giving giving = Gift.of(program, event, now);
        Remainder left = remainder.copy();
        Passage passage = Passage.of(program, ports.rules(), Giving.AFTER_SALE).within(left);
        Passage.Passed passed = passage.making(maker).until(before, now);
        Inputs inputs = inputs(outset, left, CodeLookup.of(ports.journal(), rules, event, now));
        Question question = new Question(program, passed.state(), who.isEmpty(), event, inputs, rules, now, giving);
        Settled settled = Handing.settle(maker, ports.journal()::shown, question);
        caused = who.isEmpty() ? List.of() : Merges.follow(ports.journal(), event, passed.state());
        List<Commit.Step> steps = new ArrayList<>(passed.steps());
        steps.add(settled.step(rules.declared().kept(event), caused));
        StoredAnswer answer = event.origin() == Origin.LIVE ? answers.write(event, settled.decision()) : null;
        ports.meter().took(Step.DECIDE, System.nanoTime() - begun);
        Commit commit = new Commit(
                program,
                who.isEmpty() ? null : before,
                event.subject(),
                steps,
                answer,
                outset.move().changes(settled.decision()));
        return sequel == null ? commit : sequel.making(maker).after(commit, left);
    }

    private Inputs inputs(Outset outset, Remainder left, List<CouponOnFile> coupons) {
        OrderOnFile order = settled(outset.order());
        Sale sale = new Sales(ports, program).of(outset.move().sold(), order, event);
        return new Inputs(order, left.exhausted(), sale, coupons, List.of());
    }

    /** Decides as a commit would now, and writes nothing. */
    List<Rehearsed> rehearse() {
        List<Commit.Step> steps = rehearse(UNHEARD).steps();
        return steps.subList(steps.size() - (sequel == null ? 1 : 2), steps.size()).stream()
                .map(step -> new Rehearsed(step.event(), step.decision()))
                .toList();
    }

    /** What would be written now. */
    Commit rehearse(Answers answers) {
        maker = wanted -> ports.journal().make(wanted.shown());
        Outset outset = outset(first);
        outset.move().check();
        return decide(outset, answers);
    }

    /** The order on file; somebody else may have told whose it is since this event came in. */
    private @Nullable OrderOnFile settled(@Nullable OrderOnFile order) {
        if (order != null
                && order.settlesBuyer(event.subject().guest())
                && !Objects.equals(order.customer(), who.orElse(null))) {
            throw new StillDeciding("order " + order.orderId() + " has just got its customer; repeat the event");
        }
        return order;
    }

    private Instant now(CustomerState before) {
        Instant now = ports.programs().now(program);
        return now.isBefore(before.decidedAt()) ? before.decidedAt() : now;
    }

    private Committed write(Commit commit) {
        long begun = System.nanoTime();
        Committed committed = Writes.await(ports.journal().commit(commit));
        ports.meter().took(Step.COMMIT, System.nanoTime() - begun);
        switch (committed) {
            case Committed.Done done -> {}
            case Committed.Clash clash -> ports.meter().count(Occasion.CLASH);
            case Committed.CodeTaken taken -> ports.meter().count(Occasion.CODE_TAKEN);
            case Committed.Repeat repeat -> ports.meter().count(Occasion.REPEAT);
            case Committed.Exhausted spent -> ports.meter().count(Occasion.EXHAUSTED);
        }
        return committed;
    }

    private Answer finish(Commit commit) {
        if (commit.before() != null) {
            customers.keep(program.id(), commit.after());
        }
        StoredAnswer answer = commit.answer();
        return new Answer(answer == null ? new StoredAnswer(0, event.digest(), "") : answer, false);
    }

    private Answer repeat(StoredAnswer first) {
        caused = List.of();
        if (event.origin() == Origin.LIVE && !first.digest().equals(event.digest())) {
            EventId asked = sequel == null ? event.id() : sequel.id();
            throw new EventConflict("event " + asked.id() + " of " + asked.source()
                    + " was accepted before with other content; send new content under a new id");
        }
        return new Answer(first, true);
    }
}
