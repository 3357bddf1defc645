/** Decisions: what rules ask for, what is granted or refused, and why. */
@NullMarked
package io.pelleh.engine.decision;

import org.jspecify.annotations.NullMarked;
