/** Counts of guessed codes in Redis, shared by all nodes. */
@NullMarked
package io.pelleh.api.coupon.redis;

import org.jspecify.annotations.NullMarked;
