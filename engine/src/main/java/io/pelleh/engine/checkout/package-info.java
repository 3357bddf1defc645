/** Baskets, orders and the states of a checkout. */
@NullMarked
package io.pelleh.engine.checkout;

import org.jspecify.annotations.NullMarked;
