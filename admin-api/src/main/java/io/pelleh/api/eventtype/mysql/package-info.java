/** A shop's own event types in MySQL. */
@NullMarked
package io.pelleh.api.eventtype.mysql;

import org.jspecify.annotations.NullMarked;
