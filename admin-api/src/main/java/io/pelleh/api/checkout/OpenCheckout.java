package io.pelleh.api.checkout;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.Promise;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open checkout as last seen.
 *
 * @param customer id the shop gave, or null for a guest
 * @param basketDigest digest of the request, to tell whether the basket changed
 * @param offers ids of the promotions that were shown
 * @param promise what was shown, or null when that is not read
 * @param exposures what was shown and is counted; none when that is not read
 */
public record OpenCheckout(
        ProgramId program,
        CheckoutId id,
        @Nullable String customer,
        String basketDigest,
        Instant lastSeenAt,
        List<String> offers,
        @Nullable Promise promise,
        List<Counter> exposures) {

    public OpenCheckout {
        offers = List.copyOf(offers);
        exposures = List.copyOf(exposures);
    }
}
