/** The application: HTTP, the journal and the catalogue in MySQL, and the wiring of everything. */
@NullMarked
package io.pelleh.api;

import org.jspecify.annotations.NullMarked;
