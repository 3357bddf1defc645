/** The fast copy of customers' states in Redis: a hash per customer, written by one compare-and-set. */
@NullMarked
package io.pelleh.engine.customer.redis;

import org.jspecify.annotations.NullMarked;
