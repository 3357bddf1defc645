/** What brings events to the door with no request: time, and the effects of other customers' events. */
@NullMarked
package io.pelleh.api.flow;

import org.jspecify.annotations.NullMarked;
