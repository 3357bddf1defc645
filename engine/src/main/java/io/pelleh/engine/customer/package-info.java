/** The customer's lifecycle state and the port that keeps it at hand. */
@NullMarked
package io.pelleh.engine.customer;

import org.jspecify.annotations.NullMarked;
