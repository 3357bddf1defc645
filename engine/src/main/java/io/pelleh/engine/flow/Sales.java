package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutOnFile;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.checkout.ReturnRefused;
import io.pelleh.engine.checkout.ReturnRefused.Fault;
import io.pelleh.engine.checkout.ReturnRefused.Reason;
import io.pelleh.engine.checkout.ReturnedUnits;
import io.pelleh.engine.checkout.Sale;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Closing;
import io.pelleh.engine.decision.Recorded;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening.CheckoutReturned;
import io.pelleh.engine.flow.Door.Ports;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a checkout sold, for what comes back of it. */
final class Sales {

    /** Returns of one checkout. */
    private static final int MAX_RETURNS = OrderOnFile.MAX_RETURNS;

    private final Ports ports;
    private final Program program;

    Sales(Ports ports, Program program) {
        this.ports = ports;
        this.program = program;
    }

    /**
     * The sale a return or a cancellation is about, and which promotions the rest loses by it.
     *
     * @param returned what comes back, or null for all that is left
     * @throws ReturnRefused when it cannot come back
     */
    Sale of(CheckoutOnFile checkout, @Nullable OrderOnFile order, @Nullable CheckoutReturned returned) {
        EventId id = EventId.of(program.id(), checkout.id(), CheckoutState.CLOSED);
        Recorded recorded = ports.journal()
                .recorded(id)
                .orElseThrow(() -> new IllegalStateException("the close of checkout " + checkout.id() + " is missing"));
        Closing closing = new Closing(program, recorded);
        Sale sale = closing.sale(checkout.back(), order);
        if (returned == null) {
            return sale;
        }
        if (checkout.revision() > MAX_RETURNS) {
            throw new ReturnRefused(List.of(
                    new Fault(-1, Reason.TOO_MANY_RETURNS, "a checkout takes at most " + MAX_RETURNS + " returns")));
        }
        long[] left = ReturnedUnits.of(sale, returned.returning()).left(sale);
        return closing.mayLapse(sale, left)
                ? sale.losing(closing.lapses(sale, customer(recorded), rules(recorded), left))
                : sale;
    }

    /** The customer as they stood just before they bought. */
    private CustomerState customer(Recorded recorded) {
        CustomerId customer = recorded.event().subject().customer();
        Instant at = recorded.event().occurredAt();
        if (customer == null) {
            return CustomerState.unseen(Customers.GUEST, at);
        }
        long before = recorded.decision().after().version() - 1;
        return ports.journal()
                .findVersion(program.id(), customer, before)
                .orElseGet(() -> CustomerState.unseen(customer, at));
    }

    private RuleSet rules(Recorded recorded) {
        CustomerId customer = recorded.event().subject().customer();
        String unit = customer == null ? recorded.event().unit() : customer.value();
        return ports.rules().inForceAt(program.id(), unit, recorded.decision().decidedAt());
    }
}
