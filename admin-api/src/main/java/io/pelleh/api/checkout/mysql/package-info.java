/** Open checkouts in MySQL. */
@NullMarked
package io.pelleh.api.checkout.mysql;

import org.jspecify.annotations.NullMarked;
