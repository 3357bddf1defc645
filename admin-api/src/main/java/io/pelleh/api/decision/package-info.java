/** A decision as JSON. */
@NullMarked
package io.pelleh.api.decision;

import org.jspecify.annotations.NullMarked;
