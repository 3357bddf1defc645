/** Which types of events there are, and the JSON Schema of each. */
@NullMarked
package io.pelleh.api.eventtype;

import org.jspecify.annotations.NullMarked;
