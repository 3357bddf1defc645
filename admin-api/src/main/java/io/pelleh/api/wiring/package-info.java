/** Puts the parts together; the one place that reads the clock. */
@NullMarked
package io.pelleh.api.wiring;

import org.jspecify.annotations.NullMarked;
