package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutOnFile;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.event.Alias;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.program.ProgramId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The truth, in MySQL: every accepted event, every decision, every customer. */
public interface Journal {

    /** The kept answer of a committed event; {@code status} 0 when the event is there but its answer is no longer kept. */
    Optional<StoredAnswer> answered(EventId event);

    /** A customer as last committed. */
    Optional<CustomerState> find(ProgramId program, CustomerId customer);

    /** An order, whichever door reported it. */
    Optional<OrderOnFile> order(ProgramId program, String orderId);

    /** A checkout as last written. */
    Optional<CheckoutOnFile> checkout(ProgramId program, CheckoutId checkout);

    /** Which customer each of these names belongs to, if any; in order of the aliases. */
    List<CustomerId> known(ProgramId program, List<Alias> aliases);

    /** Writes a commit together with others in one transaction; completes when it is durable or refused. */
    CompletableFuture<Committed> commit(Commit commit);
}
