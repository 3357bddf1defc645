/** Embedded default: a real MariaDB and a real Redis, started beside the application when no other server is named. */
@NullMarked
package io.pelleh.api.embedded;

import org.jspecify.annotations.NullMarked;
