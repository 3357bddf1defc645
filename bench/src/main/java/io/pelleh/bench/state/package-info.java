/** How many bytes a customer takes in Redis. */
@NullMarked
package io.pelleh.bench.state;

import org.jspecify.annotations.NullMarked;
