/** A basket's life over HTTP: quote, close, cancel, look up. */
@NullMarked
package io.pelleh.api.checkout;

import org.jspecify.annotations.NullMarked;
