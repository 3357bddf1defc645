/** Who changed what, where no journal says it. */
@NullMarked
package io.pelleh.api.audit;

import org.jspecify.annotations.NullMarked;
