package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutOnFile;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.CouponMade;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.Recorded;
import io.pelleh.engine.event.Alias;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The truth, in MySQL: every accepted event, every decision, every customer.
 *
 * <p>Every method throws {@link JournalUnavailable} when MySQL cannot be reached.
 */
public interface Journal {

    /** The kept answer of a committed event; {@code status} 0 when the event is there but its answer is no longer kept. */
    Optional<StoredAnswer> answered(EventId event);

    /** A committed event with what was decided about it. */
    Optional<Recorded> recorded(EventId event);

    /** A customer as one of its versions left it. */
    Optional<CustomerState> findVersion(ProgramId program, CustomerId customer, long version);

    /** Those of the events that are already committed. */
    Set<EventId> present(Collection<EventId> events);

    /** A customer as last committed. */
    Optional<CustomerState> find(ProgramId program, CustomerId customer);

    /** A customer after the last decision made at or before an instant. */
    Optional<CustomerState> findAt(ProgramId program, CustomerId customer, Instant at);

    /** Those of the orders that are on file, by order id, whichever door reported them. */
    Map<String, OrderOnFile> orders(ProgramId program, Collection<String> orderIds);

    /** A checkout as last written. */
    Optional<CheckoutOnFile> checkout(ProgramId program, CheckoutId checkout);

    /** All that an event speaks of, read at one moment or at moments that follow each other. */
    default Filed filed(Filed.Asked asked) {
        ProgramId program = asked.program();
        String order = asked.order();
        return new Filed(
                asked,
                order == null ? null : orders(program, List.of(order)).get(order),
                Optional.ofNullable(asked.checkout())
                        .flatMap(id -> checkout(program, id))
                        .orElse(null),
                Optional.ofNullable(asked.customer())
                        .flatMap(id -> find(program, id))
                        .orElse(null));
    }

    /** Which customers these names belong to, each once, in order of the aliases. */
    List<CustomerId> known(ProgramId program, List<Alias> aliases);

    /** How much was taken from these counters; may be a second old, and what was never touched may be left out. */
    Map<Counter, Long> used(ProgramId program, Set<Counter> counters);

    /**
     * In how many open baskets something was shown; may be a second old.
     *
     * @param own what was shown in this one is left out, or null
     */
    Map<Counter, Long> shown(ProgramId program, Set<Counter> counters, @Nullable CheckoutId own);

    /** How much was taken from these counters by decisions made at or before an instant. */
    Map<Counter, Long> usedAt(ProgramId program, Set<Counter> counters, Instant at);

    /** Those of the codes that stand in a batch. */
    List<CouponOnFile> coupons(CouponsAsked asked);

    /** A code for each that is wanted, of its batch: kept only by the commit whose decision hands it out. */
    List<CouponMade> make(CouponsWanted wanted);

    /**
     * Lets an open checkout hold these uses and no others, all or none.
     *
     * @return false when too little is left of one; then it holds what it held before
     */
    boolean hold(CouponHolds holds);

    /** Writes a commit together with others in one transaction; completes when it is durable or refused. */
    CompletableFuture<Committed> commit(Commit commit);

    /** Goes the way of commits and takes everything back, so that the first real one finds it trodden. */
    default void rehearse(List<Commit> commits) {}

    /** Moves a customer's due without a new version, if the version still stands: nothing had changed at the old one. */
    void reschedule(ProgramId program, CustomerState state);
}
