/** Requests that a node makes to itself. */
@NullMarked
package io.pelleh.api.loopback;

import org.jspecify.annotations.NullMarked;
