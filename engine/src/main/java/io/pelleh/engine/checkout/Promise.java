package io.pelleh.engine.checkout;

import java.time.Instant;

/**
 * What a shopper was last shown for a basket.
 *
 * @param basket digest of the customer and the goods it was shown for
 * @param until up to when it holds
 */
public record Promise(String basket, Instant until, Priced price) {}
