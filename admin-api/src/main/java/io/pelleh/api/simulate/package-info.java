/** Simulation: one event or basket decided under two sets of rules side by side, explained, and nothing written. */
@NullMarked
package io.pelleh.api.simulate;

import org.jspecify.annotations.NullMarked;
