/** What happened: the closed set of events that enter the door. */
@NullMarked
package io.pelleh.engine.event;

import org.jspecify.annotations.NullMarked;
