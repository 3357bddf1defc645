package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutOnFile;
import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.checkout.CouponCode;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.checkout.ReturnRefused;
import io.pelleh.engine.checkout.ReturnRefused.Fault;
import io.pelleh.engine.checkout.ReturnRefused.Reason;
import io.pelleh.engine.checkout.ReturnedUnits;
import io.pelleh.engine.checkout.Sale;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Closing;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Recorded;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening.CheckoutReturned;
import io.pelleh.engine.flow.Door.Ports;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** What was sold, where something of it comes back; null where nothing does. */
    @Nullable
    Sale of(@Nullable CheckoutOnFile sold, @Nullable OrderOnFile order, Event event) {
        return sold == null
                ? null
                : of(sold, order, event.happening() instanceof CheckoutReturned returned ? returned : null);
    }

    /**
     * The sale a return or a cancellation is about, and which promotions the rest loses by it.
     *
     * @param returned what comes back, or null for all that is left
     * @throws ReturnRefused when it cannot come back
     */
    private Sale of(CheckoutOnFile checkout, @Nullable OrderOnFile order, @Nullable CheckoutReturned returned) {
        EventId id = EventId.of(program.id(), checkout.id(), CheckoutState.CLOSED);
        Recorded recorded = ports.journal()
                .recorded(id)
                .orElseThrow(() -> new IllegalStateException("the close of checkout " + checkout.id() + " is missing"));
        Closing closing = new Closing(program, recorded);
        Sale sale = closing.sale(checkout.back(), order).unused(unused(checkout.id(), closing.issued()));
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

    /** Of the codes that were handed out, those that nobody has used. */
    private List<Sale.Issued> unused(CheckoutId checkout, List<Granted> granted) {
        Map<String, Sale.Issued> issued = new HashMap<>();
        for (Granted one : granted) {
            if (one.effect() instanceof Effect.CouponIssued coupon) {
                Sale.Issued code = new Sale.Issued(one.rule().id(), coupon.batch(), coupon.code(), 0);
                issued.put(CouponCode.normal(coupon.code()), code);
            }
        }
        if (issued.isEmpty()) {
            return List.of();
        }
        Instant now = ports.programs().now(program);
        return ports.journal().coupons(new CouponsAsked(program.id(), issued.keySet(), checkout, now)).stream()
                .filter(file -> file.uses().used() == 0)
                .map(file -> Objects.requireNonNull(issued.get(file.code()))
                        .of(file.uses().most()))
                .toList();
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
