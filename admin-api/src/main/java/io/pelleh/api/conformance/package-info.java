/** Runs published promotion cases against a server, as a black box. */
@NullMarked
package io.pelleh.api.conformance;

import org.jspecify.annotations.NullMarked;
