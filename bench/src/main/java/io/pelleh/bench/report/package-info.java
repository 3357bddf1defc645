/** Medians and the tables they are printed in. */
@NullMarked
package io.pelleh.bench.report;

import org.jspecify.annotations.NullMarked;
