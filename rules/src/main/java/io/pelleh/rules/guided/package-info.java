/** Promotions as when-then trees: read from JSON, and written as DRL; rows and sentences become such trees too. */
@NullMarked
package io.pelleh.rules.guided;

import org.jspecify.annotations.NullMarked;
