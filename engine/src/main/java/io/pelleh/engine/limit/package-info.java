/** What may be used up, and what was: limits, their counters, and what decisions take from them or give back. */
@NullMarked
package io.pelleh.engine.limit;

import org.jspecify.annotations.NullMarked;
