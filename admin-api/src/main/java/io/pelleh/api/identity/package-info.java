/** Who a request speaks of: shop ids, aliases, and the digests that stand for personal data. */
@NullMarked
package io.pelleh.api.identity;

import org.jspecify.annotations.NullMarked;
