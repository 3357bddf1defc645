/** Kill switches: promotions, campaigns and whole programs are switched off and on at once, without approval. */
@NullMarked
package io.pelleh.api.pause;

import org.jspecify.annotations.NullMarked;
