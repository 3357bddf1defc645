/** Benchmarks of decisions against peers and against hand-written floors. */
@NullMarked
package io.pelleh.bench;

import org.jspecify.annotations.NullMarked;
