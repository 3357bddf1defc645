package io.pelleh.engine.flow;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Codes to be looked up in batches.
 *
 * @param codes in their normal form
 * @param checkout whose own holds keep nothing from it
 * @param at holds that end by then count no longer; null where neither holds nor uses count
 */
public record CouponsAsked(
        ProgramId program,
        Set<String> codes,
        CheckoutId checkout,
        @Nullable Instant at) {

    public CouponsAsked {
        codes = Set.copyOf(codes);
    }
}
