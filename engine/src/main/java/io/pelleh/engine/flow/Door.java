package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Promise;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.CustomerStates;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Prospect;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.RuleSets;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening.OrderPlaced;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.limit.Exposure;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The one door: whatever happens to a customer comes through here. */
public final class Door {

    /** The type under which a basket is decided, shown or bought: a quote and its close see the same facts. */
    public static final String CHECKOUT = "checkout.closed";

    private final Ports ports;
    private final Customers customers;
    private final Turns turns = new Turns();

    /** What the door needs from outside. */
    public record Ports(Programs programs, RuleSets rules, CustomerStates states, Journal journal, Meter meter) {}

    /** Writes the answer that is kept with a decided event. */
    @FunctionalInterface
    public interface Answers {
        StoredAnswer write(Event event, Decision decision);
        /** Called with the rules an event is about to be decided by; those that are given back decide. */
        default RuleSet watching(RuleSet rules) {
            return rules;
        }
    }

    /** An event as it is meant, and what would be decided about it. */
    public record Rehearsed(Event event, Decision decision) {}

    /** An answer, and whether it was given before. */
    public record Answer(StoredAnswer stored, boolean repeat) {}

    public Door(Ports ports) {
        this.ports = ports;
        this.customers = new Customers(ports.states(), ports.journal(), ports.meter());
    }

    /**
     * Decides and commits one event, once: load, evaluate, resolve, commit, answer.
     *
     * @param answers writes the answer that is kept with the commit
     * @return the answer; a repeat gets the one of the first time, with status 0 when it is no longer kept
     * @throws EventConflict when the id was used with other content
     * @throws StillDeciding when the same event is being decided right now, or the customer stays busy
     * @throws CheckoutMoveForbidden when a checkout cannot go where the event wants it
     * @throws io.pelleh.engine.checkout.ReturnRefused when a checkout has not sold, or no longer has, what comes back
     * @throws JournalUnavailable when MySQL cannot be reached; the sender repeats the event
     */
    public Answer accept(Program program, Event event, Answers answers) {
        long since = turns.ended();
        Acceptance acceptance = new Acceptance(ports, customers, program, event);
        Answer answer = turns.take(acceptance.turn(), since, stale -> acceptance.commit(answers, stale));
        for (Event caused : acceptance.caused()) {
            accept(program, caused, Acceptance.UNHEARD);
        }
        return answer;
    }

    /**
     * Decides about an event as if it happened now, and writes nothing.
     *
     * @throws CheckoutMoveForbidden when a checkout cannot go where the event wants it
     */
    public Rehearsed rehearse(Program program, Event event) {
        return new Acceptance(ports, customers, program, event).rehearse().getLast();
    }

    /** What would be written if an event happened now. */
    public Commit rehearse(Program program, Event event, Answers answers) {
        return new Acceptance(ports, customers, program, event).rehearse(answers);
    }

    /** What comes back and what is bought instead, in one commit. */
    public record Exchange(Event back, Event close) {}

    /** Writes the answer that is kept with an exchange. */
    @FunctionalInterface
    public interface ExchangeAnswers {
        StoredAnswer write(Rehearsed back, Rehearsed close);
    }

    /**
     * Decides and commits a return and the close that comes with it, both or neither, once. Whoever bought first buys
     * again; throws what {@link #accept} does.
     */
    public Answer exchange(Program program, Exchange exchange, ExchangeAnswers answers) {
        long since = turns.ended();
        Acceptance acceptance = new Acceptance(ports, customers, program, exchange.back())
                .with(new Sequel(ports, exchange.close(), answers));
        return turns.take(acceptance.turn(), since, stale -> acceptance.commit(Acceptance.UNHEARD, stale));
    }

    /** Decides about an exchange as if it happened now, and writes nothing; the return first, then the close. */
    public List<Rehearsed> rehearse(Program program, Exchange exchange) {
        ExchangeAnswers none = (back, close) -> new StoredAnswer(0, back.event().digest(), "");
        return new Acceptance(ports, customers, program, exchange.back())
                .with(new Sequel(ports, exchange.close(), none))
                .rehearse();
    }

    /**
     * Commits past events of one customer, or of guests, in the order given; those already there are left out. Afterwards
     * the customer has caught up with the program's now. What turns out to be about another customer's order reaches that
     * customer as late news.
     *
     * @param giving {@code NOTHING}, or {@code POINTS} for a shop that wants points for its past orders
     * @return how many were new; an order that is another customer's already is not
     */
    public int history(Program program, List<Event> events, Giving giving) {
        if (events.isEmpty()) {
            return 0;
        }
        Backlog backlog =
                new Backlog(ports, customers, program, events.getFirst().subject());
        int added = turns.take(backlog.turn(events.getFirst().id()), () -> backlog.add(events, giving));
        for (Event other : backlog.ofOthers()) {
            boolean fresh = !accept(program, other, Acceptance.UNHEARD).repeat();
            added += fresh && !(other.happening() instanceof OrderPlaced) ? 1 : 0;
        }
        return added;
    }

    /** A basket that is shown, and to whom; {@code watching} gets the rules and gives back those that decide. */
    public record Shown(CheckoutId checkout, Subject subject, Goods goods, UnaryOperator<RuleSet> watching) {
        public Shown(CheckoutId checkout, Subject subject, Goods goods) {
            this(checkout, subject, goods, UnaryOperator.identity());
        }
    }

    /** What a shopper is promised by a quote of these goods. */
    public static Promise promise(Goods goods, Decision quote, Instant until) {
        CustomerId customer = quote.after().id();
        return new Promise(
                Baskets.digest(goods, customer.equals(Customers.GUEST) ? null : customer),
                until,
                quote.totals().price());
    }

    /** Decides about a basket of no checkout without writing anything. */
    public Decision quote(Program program, Subject subject, Goods goods, @Nullable Instant at) {
        return quote(program, new Shown(new CheckoutId("quote"), subject, goods), at);
    }

    /**
     * Commits one past event of a customer whose past is not complete yet: nobody catches up with now, so that a part of
     * the past comes to the same end as the whole at once.
     */
    public void historyPart(Program program, Event event, Giving giving) {
        Backlog backlog = new Backlog(ports, customers, program, event.subject());
        turns.take(backlog.turn(event.id()), () -> backlog.addPart(List.of(event), giving));
    }

    /**
     * Decides about a basket without writing anything.
     *
     * @param at null for now, or an instant in the past: by what was known then, and the rules then in force
     */
    public Decision quote(Program program, Shown basket, @Nullable Instant at) {
        return quotes(program, basket, List.of(basket.goods()), at).getFirst();
    }

    /**
     * Decides about several baskets of one shopper, each by itself, without writing anything.
     *
     * @param shopper whose they are; its goods are not looked at
     */
    public List<Decision> quotes(Program program, Shown shopper, List<Goods> baskets, @Nullable Instant at) {
        Showing showing = new Showing(ports, customers, program, at);
        return showing.questions(shopper, baskets).stream().map(showing::decide).toList();
    }

    /** A quote of an open checkout, whether the checkout holds coupons by it, and what it shows that is counted. */
    public record Opened(Decision decision, boolean holds, List<Exposure> exposures) {}

    /**
     * Decides about the basket of an open checkout. Of the codes that brought something it keeps a use, as long as their
     * batch says; codes it held before and does not use now are free.
     *
     * @param held whether it may hold some
     */
    public Opened open(Program program, Shown basket, boolean held) {
        Showing showing = new Showing(ports, customers, program, null);
        Question question = showing.questions(basket, List.of(basket.goods())).getFirst();
        return new Keeping(ports.journal(), basket.checkout()).decide(question, held);
    }

    /** What a customer may get with some basket, by the rules in force for them. */
    public record Prospects(CustomerId customer, Instant at, RuleSet rules, List<Prospect> promotions) {}

    /** The promotions that are open to a customer now; nothing for a customer nobody knows. */
    public Optional<Prospects> prospects(Program program, CustomerId customer) {
        return new Showing(ports, customers, program, null).prospects(customer);
    }

    /** Looks up codes for a shopper, by the rules in force for them. */
    public CodeLookup codes(Program program, Shown basket) {
        Optional<CustomerId> who = customers.who(program.id(), basket.subject());
        String unit = who.map(CustomerId::value).orElse(basket.checkout().value());
        return new CodeLookup(ports.journal(), ports.rules().inForce(program.id(), unit), program.id());
    }

    /** A customer's state now, with the dues up to now applied in memory. */
    public Optional<CustomerState> view(Program program, CustomerId customer) {
        return new Showing(ports, customers, program, null).view(customer);
    }

    /** A customer's state as it was known at an instant, with the dues up to then. */
    public Optional<CustomerState> viewAt(Program program, CustomerId customer, Instant at) {
        return new Showing(ports, customers, program, at).view(customer);
    }

    /** Applies and commits a customer's dues, if there are any; what promotions bring at a due is given. */
    public void pass(Program program, CustomerId customer) {
        Backlog backlog = new Backlog(ports, customers, program, Subject.of(customer));
        turns.take(program.id() + "/" + customer, backlog::pass);
    }
}
