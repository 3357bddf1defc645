/** Many clients against the running application, over loopback only, bounded in number and time. */
@NullMarked
package io.pelleh.bench.load;

import org.jspecify.annotations.NullMarked;
