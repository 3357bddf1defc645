/** Coupon codes by the batch: how they are made, listed, blocked, and kept from being guessed. */
@NullMarked
package io.pelleh.api.coupon;

import org.jspecify.annotations.NullMarked;
