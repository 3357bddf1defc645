/** How the application is doing: health and metrics. */
@NullMarked
package io.pelleh.api.health;

import org.jspecify.annotations.NullMarked;
