/** Long work in the background of a node, which another node goes on with when it dies. */
@NullMarked
package io.pelleh.api.job;

import org.jspecify.annotations.NullMarked;
