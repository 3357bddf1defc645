/** The journal beyond the engine's port: what is due, what leaves, what happened, who a customer is. */
@NullMarked
package io.pelleh.api.journal;

import org.jspecify.annotations.NullMarked;
