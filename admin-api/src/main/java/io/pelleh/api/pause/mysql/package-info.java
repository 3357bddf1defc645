/** Kill switches in MySQL. */
@NullMarked
package io.pelleh.api.pause.mysql;

import org.jspecify.annotations.NullMarked;
