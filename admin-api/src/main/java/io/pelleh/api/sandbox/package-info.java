/** The caller's program, and the clock of a sandbox. */
@NullMarked
package io.pelleh.api.sandbox;

import org.jspecify.annotations.NullMarked;
