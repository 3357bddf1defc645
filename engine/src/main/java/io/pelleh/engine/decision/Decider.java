package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.OrderChange;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.checkout.Priced;
import io.pelleh.engine.checkout.Reckoning;
import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.checkout.ReturnedUnits;
import io.pelleh.engine.checkout.Sale;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.CustomerState.Fate;
import io.pelleh.engine.customer.Standing;
import io.pelleh.engine.decision.Decision.Totals;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.facts.Customer;
import io.pelleh.engine.facts.Moment;
import io.pelleh.engine.lifecycle.Fold;
import io.pelleh.engine.lifecycle.Folded;
import io.pelleh.engine.lifecycle.Past;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.limit.Exposure;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions: a pure function, with no clock, no I/O and no chance. A quote, a commit, a simulation and a backtest
 * are the same code with another driver.
 *
 * <p>A basket is judged by where its customer stood before it; what the event changes about the customer comes after, and
 * promotions on the customer alone see that.
 */
public final class Decider {

    private Decider() {}

    /**
     * An event's decision, and what it does to its order.
     *
     * @param sold how many of the first grants the basket brought; the others the customer alone did
     */
    public record Decided(Decision decision, @Nullable OrderChange order, int sold) {

        /** Whether the same basket, quoted to the same customer under other rules, would have brought the same. */
        public boolean sellsAs(Decision quote) {
            return quote.totals().equals(decision.totals())
                    && quote.granted().size() == sold
                    && IntStream.range(0, sold)
                            .allMatch(i -> decision.granted()
                                    .get(i)
                                    .gives(quote.granted().get(i)));
        }
    }

    /**
     * Decides about an event that happened.
     *
     * @throws AmountTooLarge when a sum cannot be counted any more
     */
    public static Decided decide(Question question) {
        try {
            return decided(question);
        } catch (ArithmeticException e) {
            throw new AmountTooLarge(e);
        }
    }

    private static Decided decided(Question question) {
        Customer before = customer(question, question.before());
        Settlement settled = Settlement.of(question, before, sale(question, before));
        Refund back = refund(question);
        Folded folded = Fold.apply(new Past(
                question.program(),
                question.before(),
                question.event(),
                question.inputs().order(),
                settled.price().discount(),
                back,
                question.rules().watchedSkus(),
                question.rules().declared()));
        Standing standing = standing(question, folded.state());
        Resolution life = life(
                question,
                customer(question, folded.state()).with(standing),
                settled.sale().proposed());
        Outcome outcome = new Outcome(question, totals(question, settled), settled.sale(), life);
        outcome.settled(settled);
        outcome.refunded(back);
        return conclude(question, folded, standing, outcome);
    }

    /** What comes back of a checkout, or null where nothing does. */
    private static @Nullable Refund refund(Question question) {
        Sale sale = question.inputs().sale();
        if (sale == null) {
            return null;
        }
        return switch (question.event().happening()) {
            case Happening.CheckoutReturned returned ->
                Reckoning.of(sale, ReturnedUnits.of(sale, returned.returning()));
            case Happening.CheckoutCancelled cancelled -> Reckoning.of(sale, ReturnedUnits.rest(sale));
            default -> null;
        };
    }

    /**
     * Decides about a basket that is only shown: nothing is folded, nothing will be written.
     *
     * @throws AmountTooLarge when a sum cannot be counted any more
     */
    public static Decision quote(Question question) {
        try {
            return quoted(question);
        } catch (ArithmeticException e) {
            throw new AmountTooLarge(e);
        }
    }

    /** What a decision shows somebody who may not be shown it too often. */
    public static List<Exposure> exposures(Question question, Decision decision) {
        return decision.granted().stream()
                .map(Decision.Granted::rule)
                .distinct()
                .flatMap(rule -> Draws.exposures(question, rule).stream())
                .toList();
    }

    /** A promotion that is open to a customer, and the least it would take from counters. */
    public record Offered(Prospect prospect, List<Draw> draws) {}

    /** The promotions that are open to a customer with some basket, as far as counters allow. */
    public static List<Offered> offered(Question question) {
        Customer customer = customer(question, question.before());
        Admission admission = new Admission(question, customer);
        return question.rules().prospects(customer).stream()
                .filter(prospect -> admission.open(prospect.rule()))
                .map(prospect -> new Offered(
                        prospect.before(admission.end(prospect.rule())), Draws.least(question, prospect.rule())))
                .toList();
    }

    private static Decision quoted(Question question) {
        Customer customer = customer(question, question.before());
        Resolution sale = sale(question, customer);
        Settlement settled = Settlement.of(question, customer, sale);
        Outcome outcome = new Outcome(question, totals(question, settled), settled.sale(), Resolution.NOTHING);
        outcome.settled(settled);
        CustomerState after = outcome.earn(question.before());
        Fate fate = after.fate();
        Instant end = ends(question, customer, sale);
        Instant due = end.isBefore(fate.due()) ? end : fate.due();
        return outcome.decision(
                after.withFate(new Fate(due, fate.mergedInto())),
                question.before().standing());
    }

    /** When the first of the campaigns is over that give something. */
    private static Instant ends(Question question, Customer customer, Resolution sale) {
        Admission admission = new Admission(question, customer);
        return sale.winners().stream()
                .map(winner -> admission.runsUntil(winner.rule()))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static Resolution sale(Question question, Customer customer) {
        Goods goods = question.goods();
        return goods == null || settled(question.inputs().order()) || question.giving() == Giving.NOTHING
                ? Resolution.NOTHING
                : new Resolver(question, CouponsGiven.basket(question, customer, goods), Set.of()).resolve();
    }

    /** An order told before brings nothing again, and one that was cancelled or came back before it was told nothing. */
    static boolean settled(@Nullable OrderOnFile order) {
        return order != null
                && (order.status().known()
                        || order.status().cancelled()
                        || order.money().returnedUnits() > 0);
    }

    private static Resolution life(Question question, Customer customer, Set<String> passedOver) {
        return question.giving() == Giving.NOTHING || question.guest() || closed(question)
                ? Resolution.NOTHING
                : new Resolver(question, customer, passedOver).resolve();
    }

    private static boolean closed(Question question) {
        return question.event().happening() instanceof Happening.Merged;
    }

    private static Standing standing(Question question, CustomerState folded) {
        Standing before = folded.standing();
        return question.guest() || closed(question)
                ? before
                : new Stages(question.rules(), question.now()).standing(customer(question, folded), before);
    }

    private static Decided conclude(Question question, Folded folded, Standing standing, Outcome outcome) {
        CustomerState earned = outcome.earn(folded.state());
        CustomerState placed = earned.withStanding(standing);
        Instant due = closed(question)
                ? Instant.MAX
                : Dues.next(question.program(), placed, question.rules().thresholds(), question.now());
        CustomerState after =
                placed.withFate(new Fate(due, placed.fate().mergedInto())).decided(question.now());
        outcome.booked(folded.ledger());
        OrderChange order = folded.order();
        return new Decided(
                outcome.decision(after, question.before().standing()),
                order == null || !outcome.earnedBySale() ? order : order.awarded(outcome.award()),
                outcome.sold());
    }

    private static Totals totals(Question question, Settlement settled) {
        Priced price = settled.price();
        return question.goods() == null
                ? Totals.NONE
                : new Totals(
                        price.goods(),
                        price.shipping(),
                        price.discount(),
                        price.shippingDiscount(),
                        settled.sale().approximate(),
                        question.program().currency().rounding(),
                        settled.tax());
    }

    private static Customer customer(Question question, CustomerState state) {
        return new Customer(
                state,
                Moment.of(question.program(), question.now(), question.event().type(), question.guest()));
    }
}
