/** What goes wrong with a request, and how it is told: RFC 9457 documents with a stable code. */
@NullMarked
package io.pelleh.api.problem;

import org.jspecify.annotations.NullMarked;
