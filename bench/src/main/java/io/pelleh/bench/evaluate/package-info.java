/** Evaluating one basket: Pelleh beside hand-written Java and other rule engines. */
@NullMarked
package io.pelleh.bench.evaluate;

import org.jspecify.annotations.NullMarked;
