/** Looking customers up: one, its past, and lists. */
@NullMarked
package io.pelleh.api.customer;

import org.jspecify.annotations.NullMarked;
