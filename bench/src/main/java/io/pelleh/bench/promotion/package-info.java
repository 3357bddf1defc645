/** Made-up promotions, customers and baskets, the same for every candidate and every run. */
@NullMarked
package io.pelleh.bench.promotion;

import org.jspecify.annotations.NullMarked;
