/** The loyalty engine: its language, its flow, and the lifecycle state of every customer. */
@NullMarked
package io.pelleh.engine;

import org.jspecify.annotations.NullMarked;
