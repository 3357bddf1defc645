/** Batches of coupon codes in MySQL. */
@NullMarked
package io.pelleh.api.coupon.mysql;

import org.jspecify.annotations.NullMarked;
